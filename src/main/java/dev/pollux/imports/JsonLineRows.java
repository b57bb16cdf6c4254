package dev.pollux.imports;

import dev.pollux.files.DuplicateKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One object a line. The columns are the members of the first lines; lists and objects are JSON.
final class JsonLineRows implements FileRows {
  private static final int LOOKED_AT = 1_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private final List<String> names;
  private final Set<String> known;
  private final RowReader lines;
  private final Charset charset;
  private long row;

  JsonLineRows(Path file, Charset charset) throws IOException {
    this.charset = charset;
    Set<String> found = new LinkedHashSet<>();
    try (RowReader head = FileText.open(file, charset)) {
      for (int i = 1; i <= LOOKED_AT; i++) {
        head.beginRow(i);
        String line = head.readLine();
        if (line == null) {
          break;
        }
        if (!line.isBlank()) {
          found.addAll(object(line, i).propertyNames());
        }
      }
    } catch (CharacterCodingException _) {
      throw FileText.otherBytes(0, charset);
    }
    known = found;
    names = List.copyOf(found);
    lines = FileText.open(file, charset);
  }

  private static JsonNode object(String line, long number) throws ImportFault {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
      throw new ImportFault("imports.no-object", number);
    } catch (JacksonException e) {
      Optional<DuplicateKey> twice = DuplicateKey.of(e);
      if (twice.isPresent()) {
        throw new ImportFault("imports.key-twice", number, twice.get().name());
      }
      TokenStreamLocation at = e.getLocation();
      throw new ImportFault("imports.no-json", number, at == null ? 1 : at.getColumnNr());
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<List<@Nullable String>> next() throws IOException {
    String line;
    do {
      row++;
      line = line();
    } while (line != null && line.isBlank());
    if (line == null) {
      return Optional.empty();
    }
    JsonNode object = object(line, row);
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw new ImportFault("imports.new-column", row, name);
      }
    }
    List<@Nullable String> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(text(object.path(name)));
    }
    return Optional.of(cells);
  }

  @Override
  public long place() {
    return row;
  }

  private @Nullable String line() throws IOException {
    try {
      lines.beginRow(row);
      return lines.readLine();
    } catch (CharacterCodingException _) {
      throw FileText.otherBytes(row - 1, charset);
    }
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return value.isContainer() ? value.toString() : value.asString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
