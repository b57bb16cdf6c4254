package dev.pollux.ui.kit;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// JSON laid out over lines, and nothing else changed: numbers keep each digit and their form.
final class LaidOutJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private LaidOutJson() {}

  /// @throws tools.jackson.core.JacksonException when it is no JSON
  static String of(String text) {
    StringWriter out = new StringWriter(text.length() * 2);
    try (JsonParser parser = JSON.createParser(text);
        JsonGenerator lines = JSON.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && out.getBuffer().length() > 0) {
          return text;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token.isNumeric()) {
          lines.writeNumber(parser.getString());
        } else {
          lines.copyCurrentEvent(parser);
        }
        if (depth == 0) {
          lines.flush();
        }
      }
    }
    return out.toString();
  }
}
