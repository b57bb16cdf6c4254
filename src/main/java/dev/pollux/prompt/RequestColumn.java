package dev.pollux.prompt;

import dev.pollux.cloud.Query;
import dev.pollux.domain.value.WellFormed;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ColumnSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The `request` column as an expression. Every text that is not SQL of ours is a parameter.
final class RequestColumn {
  private final RequestShape shape;
  private final Map<String, Query.Parameter> parameters;

  private RequestColumn(RequestShape shape, Map<String, Query.Parameter> parameters) {
    this.shape = shape;
    this.parameters = parameters;
  }

  static String sql(RequestShape shape, Map<String, Query.Parameter> parameters) {
    return new RequestColumn(shape, parameters).whole();
  }

  private String whole() {
    List<String> parts = new ArrayList<>();
    if (shape.files().isEmpty()) {
      parts.add(text("head", RequestShape.HEAD + RequestShape.TEXT));
    } else {
      parts.add(text("head", RequestShape.HEAD));
      shape.files().forEach(file -> parts.add(file(file)));
      parts.add(text("prompt", RequestShape.TEXT));
    }
    parts.add("TO_JSON_STRING(" + prompt() + ")");
    parts.add(text("tail", shape.tail()));
    return "CONCAT(\n    " + String.join(",\n    ", parts) + ")";
  }

  private String text(String name, String value) {
    parameters.put(name, Query.Parameter.string(value));
    return "@" + name;
  }

  private String prompt() {
    List<String> parts = new ArrayList<>();
    for (RequestShape.Piece piece : shape.prompt()) {
      parts.add(
          switch (piece) {
            case RequestShape.Piece.Constant(String constant) ->
                text("text" + parameters.size(), constant);
            case RequestShape.Piece.Column(ColumnPath path, ColumnUse use) ->
                guarded(ColumnSql.text(path, standIn(use), cut(use)));
          });
    }
    return parts.size() == 1 ? parts.getFirst() : "CONCAT(" + String.join(", ", parts) + ")";
  }

  private String guarded(String value) {
    return shape
        .marks()
        .map(marks -> DataMarks.neutralSql(value, text("mark", marks.digits())))
        .orElse(value);
  }

  private String standIn(ColumnUse use) {
    return switch (use.whenNull()) {
      case ColumnUse.WhenNull.Nothing _, ColumnUse.WhenNull.SkipRow _ -> "''";
      case ColumnUse.WhenNull.Word(String word) ->
          text("text" + parameters.size(), WellFormed.of(word));
    };
  }

  private static String cut(ColumnUse use) {
    return use.maxCharacters().isPresent()
        ? "LEFT(%s, " + use.maxCharacters().getAsInt() + ")"
        : "%s";
  }

  private String file(RequestShape.File file) {
    String uri = ColumnSql.text(file.uri(), "''", "%s");
    String mime =
        switch (file.mime()) {
          case RequestShape.Mime.FromName _ -> MimeTypes.sql(uri);
          case RequestShape.Mime.FromColumn(ColumnPath column) ->
              ColumnSql.text(column, "''", "%s");
          case RequestShape.Mime.Fixed(String type) -> text("mime" + parameters.size(), type);
        };
    return "IF("
        + uri
        + " = '', '', CONCAT('{\"fileData\":{\"fileUri\":', TO_JSON_STRING("
        + uri
        + "), ',\"mimeType\":', TO_JSON_STRING("
        + mime
        + "), '}},'))";
  }
}
