package dev.pollux.prompt;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.WellFormed;
import dev.pollux.prompt.column.ColumnPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A specification, resolved for a table: what [RequestSql] makes SQL of and [RequestRenderer]
/// fills with a row. Both follow these pieces, so that neither knows something the other does not.
///
/// The request is `{"contents":[{"role":"user","parts":[` files `{"text":` prompt `}]}]` tail.
/// Without a role each row would fail: "Please use a valid role: user, model."
record RequestShape(
    List<File> files,
    List<Piece> prompt,
    List<ColumnPath> required,
    Optional<DataMarks> marks,
    String tail) {
  static final String HEAD = "{\"contents\":[{\"role\":\"user\",\"parts\":[";
  static final String TEXT = "{\"text\":";

  /// A part of the prompt.
  sealed interface Piece {
    record Constant(String text) implements Piece {}

    record Column(ColumnPath path, ColumnUse use) implements Piece {}
  }

  /// A file before the prompt.
  record File(ColumnPath uri, Mime mime) {}

  /// As [FilePart.MimeType], resolved.
  sealed interface Mime {
    record FromName() implements Mime {}

    record FromColumn(ColumnPath column) implements Mime {}

    record Fixed(String type) implements Mime {}
  }

  /// @throws IllegalArgumentException when a column is not there; check the template first
  static RequestShape of(RequestSpec spec, TableSchema schema, MarkKey key) {
    Optional<DataMarks> marks =
        spec.guarded()
            ? Optional.of(DataMarks.of(spec.template().text(), spec.system(), key))
            : Optional.empty();
    List<Piece> prompt = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    for (Template.Piece piece : spec.template().pieces()) {
      switch (piece) {
        case Template.Piece.Literal(String text) -> constant.append(text);
        case Template.Piece.Column column -> {
          marks.ifPresent(m -> constant.append(m.open()));
          flush(prompt, constant);
          prompt.add(column(spec, schema, column.name()));
          marks.ifPresent(m -> constant.append(m.close()));
        }
      }
    }
    flush(prompt, constant);
    String tail = JsonMapper.shared().writeValueAsString(RequestTail.of(spec, marks)).substring(1);
    return new RequestShape(
        spec.files().stream().map(file -> file(schema, file)).toList(),
        prompt,
        required(spec, schema),
        marks,
        "}]}]" + (tail.equals("}") ? tail : "," + tail));
  }

  /// The columns of the prompt that must not be NULL, each once, in the order of the prompt.
  ///
  /// @throws IllegalArgumentException when a column is not there
  static List<ColumnPath> required(RequestSpec spec, TableSchema schema) {
    return spec.template().columns().stream()
        .map(name -> column(spec, schema, name))
        .filter(column -> column.use().whenNull() instanceof ColumnUse.WhenNull.SkipRow)
        .map(Piece.Column::path)
        .distinct()
        .toList();
  }

  private static void flush(List<Piece> pieces, StringBuilder constant) {
    if (!constant.isEmpty()) {
      pieces.add(new Piece.Constant(WellFormed.of(constant.toString())));
      constant.setLength(0);
    }
  }

  private static Piece.Column column(RequestSpec spec, TableSchema schema, String name) {
    ColumnUse use =
        spec.columns().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(ColumnUse.PLAIN);
    return new Piece.Column(path(schema, name), use);
  }

  private static File file(TableSchema schema, FilePart file) {
    Mime mime =
        switch (file.mime()) {
          case FilePart.MimeType.FromName _ -> new Mime.FromName();
          case FilePart.MimeType.FromColumn(String column) ->
              new Mime.FromColumn(path(schema, column));
          case FilePart.MimeType.Fixed(String type) -> new Mime.Fixed(WellFormed.of(type));
        };
    return new File(path(schema, file.column()), mime);
  }

  private static ColumnPath path(TableSchema schema, String name) {
    return ColumnPath.find(schema, name)
        .orElseThrow(() -> new IllegalArgumentException("no column " + name));
  }
}
