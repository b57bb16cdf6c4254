package dev.pollux.recipe;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// In which line each value of a JSON text stands, by its pointer.
record LineNumbers(Map<String, Integer> lines) {
  static LineNumbers of(JsonMapper json, String text) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = json.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.putIfAbsent(
            parser.streamReadContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    }
    return new LineNumbers(lines);
  }

  /// The line of a value, or of the nearest one around it.
  int of(String pointer) {
    Integer line = lines.get(pointer);
    int slash = pointer.lastIndexOf('/');
    return line != null ? line : slash < 0 ? 1 : of(pointer.substring(0, slash));
  }
}
