package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.ui.kit.code.CodeEditor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the editor marks in a template, and what it completes.
final class TemplateMarks {
  private TemplateMarks() {}

  /// Columns, those of them that the table does not have, and braces that need a word.
  static List<CodeEditor.Mark> marks(String text, Optional<TableInfo> table) {
    Template template = Template.parse(text);
    List<Template.Spot> spots =
        template.spots(table.map(TableInfo::schema).orElse(new TableSchema(List.of()))).stream()
            .filter(spot -> table.isPresent() || !template.isColumn(spot.start()))
            .toList();
    Set<Integer> marked = spots.stream().map(Template.Spot::start).collect(Collectors.toSet());
    Stream<CodeEditor.Mark> columns =
        template.pieces().stream()
            .filter(Template.Piece.Column.class::isInstance)
            .map(Template.Piece.Column.class::cast)
            .filter(column -> !marked.contains(column.start()))
            .map(column -> new CodeEditor.Mark(column.start(), column.end(), "code-column", false));
    return Stream.concat(columns, spots.stream().map(TemplateMarks::mark))
        .sorted(Comparator.comparingInt(CodeEditor.Mark::start))
        .toList();
  }

  private static CodeEditor.Mark mark(Template.Spot spot) {
    boolean wrong = spot.finding().stops();
    return new CodeEditor.Mark(
        spot.start(), spot.end(), wrong ? "code-unknown" : "code-brace", wrong);
  }

  /// The columns that fit what stands behind the last open braces: those that begin with it, then
  /// those that hold it.
  static CodeEditor.Completion complete(String before, Optional<TableInfo> table) {
    int open = before.lastIndexOf("{{");
    if (open < 0 || table.isEmpty() || before.indexOf("}}", open) >= 0) {
      return new CodeEditor.Completion(before.length(), List.of());
    }
    String begun = before.substring(open + 2).strip().toLowerCase(Locale.ROOT);
    List<String> names =
        ColumnNames.of(table.get().schema()).stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(begun))
            .sorted(Comparator.comparing(name -> !name.toLowerCase(Locale.ROOT).startsWith(begun)))
            .toList();
    return new CodeEditor.Completion(open + 2, names, "}}");
  }
}
