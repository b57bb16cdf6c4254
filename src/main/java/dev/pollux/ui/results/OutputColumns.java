package dev.pollux.ui.results;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.JoinedColumns;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.SentPrompt;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The columns of an output: those of the input left, the answer right of a line, those of the
/// service last and quiet.
final class OutputColumns {
  private static final Set<String> SERVICE =
      Set.of(
          "pollux_row_key",
          SentPrompt.REQUEST,
          Responses.RESPONSE,
          Responses.STATUS,
          "processed_time",
          JoinedColumns.ATTEMPT);

  /// What Pollux put there for the job; the row's own pane shows the request as text.
  private static final Set<String> NOT_DATA = Set.of("pollux_row_key", SentPrompt.REQUEST);

  /// How the names of columns begin that are members of the answers; columns of tables have no
  /// dots.
  static final String MEMBER = "answer.";

  static final String ANSWER = ".answer";
  static final String FINISH = ".finish";
  static final String TOKENS = ".tokens";

  // Narrow, so that the answers are in sight beside the first columns.
  private static final double INPUT_WIDTH = 110;
  private static final double NUMBER_WIDTH = 68;
  private static final double ANSWER_WIDTH = 320;
  private static final double MEMBER_WIDTH = 150;
  private static final double SHORT_WIDTH = 104;
  private static final Value NOTHING = new Value.Scalar("");
  private final Words words;
  private final OutcomeWords outcomes;

  OutputColumns(Words words, OutcomeWords outcomes) {
    this.words = words;
    this.outcomes = outcomes;
  }

  /// @param answers the columns that the answers make; none when they are text
  List<GridColumn> of(TableSchema schema, List<Field> answers) {
    List<GridColumn> all = new ArrayList<>();
    List<GridColumn> last = new ArrayList<>();
    List<Field> repeated = JoinedColumns.repeated(schema);
    for (int i = 0; i < schema.fields().size(); i++) {
      Field field = schema.fields().get(i);
      GridColumn column = GridColumn.at(field, i);
      if (repeated.contains(field)) {
        continue; // it stands beside, as it was answered
      }
      if (SERVICE.contains(column.field().name().toLowerCase(Locale.ROOT))) {
        GridColumn quiet = column.styled("quiet");
        last.add(NOT_DATA.contains(column.field().name()) ? quiet.hidden() : quiet);
      } else {
        all.add(column.wide(column.isNumber() ? NUMBER_WIDTH : INPUT_WIDTH));
      }
    }
    if (answers.isEmpty()) {
      all.add(
          new GridColumn(text(ANSWER), outcomes::answer, "divided", outcomes::alert, ANSWER_WIDTH)
              .labelled(words.get("results.column.answer")));
    }
    for (Field answer : answers) {
      all.add(member(answer, answer.equals(answers.getFirst())));
    }
    all.add(
        new GridColumn(text(FINISH), outcomes::finish, "quiet")
            .labelled(words.get("results.column.finish"))
            .wide(SHORT_WIDTH));
    all.add(
        new GridColumn(Field.of(TOKENS, FieldType.INT64), outcomes::tokens, "quiet")
            .labelled(words.get("results.column.tokens"))
            .wide(SHORT_WIDTH));
    all.addAll(last);
    return all;
  }

  /// The same columns as they are sorted and filtered: what became of a row without an answer is no
  /// value of its answer, tokens are a number, and what is not of the type of its column is NULL.
  List<GridColumn> sorted(TableSchema schema, List<Field> answers) {
    return of(schema, answers).stream()
        .map(column ->
            switch (column.field().name()) {
              case ANSWER -> column.with(outcomes::onlyAnswer);
              case TOKENS -> column.with(outcomes::allTokens);
              case String name when name.startsWith(MEMBER) ->
                  column.with(row ->
                      outcomes.typed(row, name.substring(MEMBER.length()), column.field().type()));
              case String _ -> column;
            })
        .toList();
  }

  /// The first of them says what became of a row that has no answer.
  private GridColumn member(Field answer, boolean first) {
    String name = answer.name();
    Field field = Field.of(MEMBER + name, answer.type());
    GridColumn column =
        first
            ? new GridColumn(
                field,
                row -> outcomes.member(row, name, outcomes.answer(row)),
                "divided",
                row -> either(outcomes.memberAlert(row), outcomes.memberAlert(row, name)),
                0)
            : new GridColumn(
                field,
                row -> outcomes.member(row, name, NOTHING),
                "",
                row -> outcomes.memberAlert(row, name),
                0);
    double width = Math.max(28 + 8.0 * name.length(), column.isNumber() ? 92 : MEMBER_WIDTH);
    return column.labelled(name).wide(width).explained(row -> outcomes.memberWhy(row, name));
  }

  private static String either(String first, String otherwise) {
    return first.isEmpty() ? otherwise : first;
  }

  private static Field text(String name) {
    return Field.of(name, FieldType.STRING);
  }
}
