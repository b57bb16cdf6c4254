package dev.pollux.prompt;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.NestedJson;
import dev.pollux.prompt.column.ScalarText;

/// The requests of rows, byte for byte as [RequestSql] makes them in the cloud. Made once for many
/// rows.
public final class RequestRenderer {
  private final TableSchema schema;
  private final RequestShape shape;

  /// @param key makes the marks around values, where the specification is guarded
  /// @throws IllegalArgumentException when a column is not in the table; check the template first
  public RequestRenderer(RequestSpec spec, TableSchema schema, MarkKey key) {
    this.schema = schema;
    this.shape = RequestShape.of(spec, schema, key);
  }

  /// The prompt of the row.
  public String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (RequestShape.Piece piece : shape.prompt()) {
      switch (piece) {
        case RequestShape.Piece.Constant(String constant) -> text.append(constant);
        case RequestShape.Piece.Column(ColumnPath path, ColumnUse use) ->
            text.append(guarded(value(path, use, row)));
      }
    }
    return text.toString();
  }

  /// The whole request, a GenerateContentRequest.
  public String json(Row row) {
    StringBuilder json = new StringBuilder(RequestShape.HEAD);
    shape.files().forEach(file -> json.append(file(file, row)));
    return json.append(RequestShape.TEXT)
        .append(NestedJson.string(text(row)))
        .append(shape.tail())
        .toString();
  }

  /// Whether the row is left out, because a value is NULL that must not be.
  public boolean skips(Row row) {
    return shape.required().stream()
        .anyMatch(path -> path.value(schema, row) instanceof Value.Null);
  }

  private String file(RequestShape.File file, Row row) {
    String uri = plain(file.uri(), row);
    if (uri.isEmpty()) {
      return "";
    }
    String mime =
        switch (file.mime()) {
          case RequestShape.Mime.FromName _ -> MimeTypes.of(uri);
          case RequestShape.Mime.FromColumn(ColumnPath column) -> plain(column, row);
          case RequestShape.Mime.Fixed(String type) -> type;
        };
    return "{\"fileData\":{\"fileUri\":"
        + NestedJson.string(uri)
        + ",\"mimeType\":"
        + NestedJson.string(mime)
        + "}},";
  }

  private String plain(ColumnPath path, Row row) {
    return value(path, ColumnUse.PLAIN, row);
  }

  private String guarded(String value) {
    return shape.marks().map(marks -> marks.neutral(value)).orElse(value);
  }

  private String value(ColumnPath path, ColumnUse use, Row row) {
    Field field = path.leaf();
    return switch (path.value(schema, row)) {
      case Value.Null _ when field.isRepeated() && path.fields().size() == 1 -> "[]";
      case Value.Null _ -> standIn(use);
      case Value.Scalar(String text) -> cut(ScalarText.of(field, text), use);
      case Value.Array array -> cut(NestedJson.text(field, array), use);
      case Value.Struct struct -> cut(NestedJson.text(field, struct), use);
    };
  }

  private static String standIn(ColumnUse use) {
    return switch (use.whenNull()) {
      case ColumnUse.WhenNull.Nothing _, ColumnUse.WhenNull.SkipRow _ -> "";
      case ColumnUse.WhenNull.Word(String word) -> WellFormed.of(word);
    };
  }

  private static String cut(String text, ColumnUse use) {
    if (use.maxCharacters().isEmpty()) {
      return text;
    }
    int max = use.maxCharacters().getAsInt();
    return text.length() <= max || text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
