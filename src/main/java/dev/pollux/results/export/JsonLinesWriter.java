package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;

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
    refused(() -> {
      out.writeStartObject();
      ValueJson.members(out, columns, row);
      out.writeEndObject();
      out.writeRaw('\n');
    });
  }

  /// Jackson hides what a file says when it takes no more.
  private static void refused(Runnable writing) throws IOException {
    try {
      writing.run();
    } catch (JacksonIOException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  @Override
  public void finish() throws IOException {
    refused(out::flush);
    file.flush();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
