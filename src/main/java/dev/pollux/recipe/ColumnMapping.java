package dev.pollux.recipe;

import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.rows.RowChoice;
import java.util.LinkedHashMap;
import java.util.Map;

/// Other names for columns; upper and lower case are the same to BigQuery.
record ColumnMapping(Map<String, String> names) {
  private String of(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(name);
  }

  /// The text with the names between braces replaced, and nothing else touched.
  String template(Template template) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Piece.Column column
          && !of(column.name()).equals(column.name())) {
        text.append(template.text(), from, column.start());
        text.append("{{").append(of(column.name())).append("}}");
        from = column.end();
      }
    }
    return text.append(template.text().substring(from)).toString();
  }

  Map<String, ColumnUse> columns(Map<String, ColumnUse> columns) {
    Map<String, ColumnUse> renamed = new LinkedHashMap<>();
    columns.forEach((name, use) -> renamed.put(of(name), use));
    return renamed;
  }

  AnswerSchema answer(AnswerSchema schema) {
    return schema.quoting(this::of);
  }

  FilePart file(FilePart file) {
    FilePart.MimeType mime =
        file.mime() instanceof FilePart.MimeType.FromColumn(String column)
            ? new FilePart.MimeType.FromColumn(of(column))
            : file.mime();
    return new FilePart(of(file.column()), mime);
  }

  RowChoice.Condition condition(RowChoice.Condition condition) {
    return new RowChoice.Condition(of(condition.column()), condition.operator(), condition.value());
  }
}
