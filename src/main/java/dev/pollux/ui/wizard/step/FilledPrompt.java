package dev.pollux.ui.wizard.step;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.MarkKey;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.ui.kit.code.CodeEditor;
import java.util.ArrayList;
import java.util.List;

/// The prompt of a row for people to read: what stands in the template, and what the row puts
/// there, told apart. The marks that go around values on their way to Gemini are not shown.
public record FilledPrompt(List<Part> parts) {
  /// Characters that stand on one line beside a name.
  private static final int BRIEF = 40;

  public FilledPrompt {
    parts = List.copyOf(parts);
  }

  /// A part of the prompt.
  public sealed interface Part {
    String text();

    record Literal(String text) implements Part {}

    /// What the row has in the column.
    record Value(String column, String text) implements Part {}

    /// A column that the table does not have, with its braces.
    record Unknown(String text) implements Part {}
  }

  /// What is shown has no marks around it, so that no key is needed.
  private static final MarkKey NO_MARKS = new MarkKey("0".repeat(64));

  public static FilledPrompt of(RequestSpec spec, TableSchema schema, Row row) {
    List<Part> parts = new ArrayList<>();
    for (Template.Piece piece : spec.template().pieces()) {
      parts.add(
          switch (piece) {
            case Template.Piece.Literal(String text) -> new Part.Literal(text);
            case Template.Piece.Column(String name, int start, int end) ->
                ColumnPath.find(schema, name).isPresent()
                    ? new Part.Value(name, value(spec, schema, name, row))
                    : new Part.Unknown(spec.template().text().substring(start, end));
          });
    }
    return new FilledPrompt(parts);
  }

  /// A column as it goes into the prompt, by the rules of the request.
  private static String value(RequestSpec spec, TableSchema schema, String name, Row row) {
    RequestSpec alone = RequestSpec.of("{{" + name + "}}", "").withColumns(spec.columns());
    return new RequestRenderer(alone, schema, NO_MARKS).text(row);
  }

  /// The values alone, each column once, behind its name, or below it where it is long.
  public FilledPrompt values() {
    List<Part.Value> values =
        parts.stream()
            .filter(Part.Value.class::isInstance)
            .map(Part.Value.class::cast)
            .distinct()
            .toList();
    if (values.size() == 1) {
      return new FilledPrompt(List.copyOf(values));
    }
    List<Part> all = new ArrayList<>();
    for (Part.Value value : values) {
      boolean brief = value.text().length() <= BRIEF && value.text().indexOf('\n') < 0;
      String gap = all.isEmpty() ? "" : brief ? "\n" : "\n\n";
      all.add(new Part.Literal(gap + value.column() + (brief ? ": " : "\n")));
      all.add(value);
    }
    return new FilledPrompt(all);
  }

  /// What the row puts in the place of that column; an empty text where it is not in the prompt.
  public String valueOf(String column) {
    return parts.stream()
        .filter(part -> part instanceof Part.Value value && value.column().equals(column))
        .map(Part::text)
        .findFirst()
        .orElse("");
  }

  public String text() {
    StringBuilder all = new StringBuilder();
    parts.forEach(part -> all.append(part.text()));
    return all.toString();
  }

  /// Where the values and the unknown columns stand in the text.
  public List<CodeEditor.Mark> marks() {
    List<CodeEditor.Mark> marks = new ArrayList<>();
    int at = 0;
    for (Part part : parts) {
      int end = at + part.text().length();
      switch (part) {
        case Part.Literal _ -> {}
        case Part.Value _ -> marks.add(new CodeEditor.Mark(at, end, "filled-value", false));
        case Part.Unknown _ -> marks.add(new CodeEditor.Mark(at, end, "filled-unknown", false));
      }
      at = end;
    }
    return marks;
  }
}
