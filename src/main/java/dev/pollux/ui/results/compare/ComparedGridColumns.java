package dev.pollux.ui.results.compare;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.compare.ComparedColumns;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;

/// The columns of rows as [ComparedRows] makes them: those of the source, then two for each column
/// that is compared. Where a run has no answer, the first of its columns says why.
final class ComparedGridColumns {
  private static final double SOURCE_WIDTH = 110;
  private static final double NUMBER_WIDTH = 68;
  private static final double ANSWER_WIDTH = 150;

  /// Of an answer that is a text of its own: it is what a person compares.
  private static final double WHOLE_ANSWER_WIDTH = 320;

  private final Words words;

  ComparedGridColumns(Words words) {
    this.words = words;
  }

  List<GridColumn> of(TableInfo output, List<Field> compared) {
    List<GridColumn> all = new ArrayList<>();
    List<Field> source = ComparedColumns.source(output);
    for (int i = 0; i < source.size(); i++) {
      GridColumn column = GridColumn.at(source.get(i), i);
      all.add(column.wide(column.isNumber() ? NUMBER_WIDTH : SOURCE_WIDTH));
    }
    int outcomes = source.size() + 3 * compared.size();
    for (int i = 0; i < compared.size(); i++) {
      int at = source.size() + 3 * i;
      Field field = compared.get(i);
      all.add(side(field, "A", at, at + 2, outcomes, i == 0).styled("divided"));
      all.add(side(field, "B", at + 1, at + 2, outcomes + 1, i == 0));
    }
    return all;
  }

  /// @param at where the value stands, `differs` where it is said that the other is not the same
  private GridColumn side(
      Field field, String letter, int at, int differs, int outcome, boolean first) {
    String name = field.name().isEmpty() ? words.get("results.column.answer") : field.name();
    GridColumn column =
        new GridColumn(
            Field.of(letter + "." + field.name(), field.type()),
            row -> first ? orWhy(row, at, outcome) : row.values().get(at),
            "",
            row -> said(row, differs).equals(ComparedRows.DIFFERENT) ? "warning" : "",
            0);
    boolean text = field.type() == FieldType.STRING;
    return column
        .labelled(words.get("compare.column", name, letter))
        .wide(Math.max(40 + 8.0 * name.length(), text ? width(field) : 96))
        .explained(row ->
            said(row, differs).equals(ComparedRows.DIFFERENT) ? words.get("compare.differs") : "");
  }

  private static double width(Field text) {
    return text.name().isEmpty() ? WHOLE_ANSWER_WIDTH : ANSWER_WIDTH;
  }

  private Value orWhy(Row row, int at, int outcome) {
    return switch (OutcomeKind.valueOf(said(row, outcome))) {
      case ANSWERED -> row.values().get(at);
      case FAILED -> new Value.Scalar(words.get("results.filter.failed"));
      case BLOCKED -> new Value.Scalar(words.get("results.filter.blocked"));
      case MISSING -> new Value.Scalar(words.get("results.filter.missing"));
    };
  }

  private static String said(Row row, int at) {
    return at < row.values().size() && row.values().get(at) instanceof Value.Scalar(String text)
        ? text
        : "";
  }
}
