package dev.pollux.results.export;

import dev.pollux.domain.Field;
import dev.pollux.domain.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/// One object a line. NULL is `null`.
final class JsonLinesWriter implements RowWriter {
  private final List<Field> columns;
  private final BufferedWriter file;
  private final JsonGenerator out;

  JsonLinesWriter(Path path, List<Field> columns) throws IOException {
    this.columns = columns;
    file = Files.newBufferedWriter(path);
    out =
        ValueJson.JSON
            .writer()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .withRootValueSeparator("")
            .createGenerator(file);
  }

  @Override
  public void write(List<Value> row) throws IOException {
    out.writeStartObject();
    ValueJson.members(out, columns, row);
    out.writeEndObject();
    out.writeRaw('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
    file.flush();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
