package dev.pollux.sandbox.store.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows of a file with an object a line.
final class JsonRows implements LoadRows {
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private final TextFile.Rows rows;
  private long row;

  JsonRows(Path file) throws IOException {
    rows = TextFile.rows(file, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable JsonNode next() throws IOException, BadRow {
    String line = line();
    while (line != null && line.isBlank()) {
      line = line();
    }
    if (line == null) {
      return null;
    }
    try {
      return EXACT.readTree(line);
    } catch (JacksonException e) {
      BadRow bad = new BadRow("", "Parser terminated before end of string");
      bad.initCause(e);
      throw bad;
    }
  }

  private @Nullable String line() throws IOException {
    rows.begin(++row);
    return rows.text().readLine();
  }

  @Override
  public void close() throws IOException {
    rows.text().close();
  }
}
