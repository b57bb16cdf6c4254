package dev.pollux.ui.wizard.trial;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.results.AnswerMembers;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.wizard.step.FilledPrompt;
import java.util.ArrayList;
import java.util.List;

/// A trial as a grid: what the row put into the prompt, then the answer, a column for each of its
/// members, then tokens and time. A row of the grid holds the values of its cells, and behind them,
/// for each cell, whether something is wrong with it, and then what.
final class TrialTable {
  private static final Value NOTHING = new Value.Scalar("");
  private static final double SOURCE_WIDTH = 108;
  private static final double NUMBER_WIDTH = 72;
  private static final double TEXT_WIDTH = 340;

  private final TrialWords words;
  private final Trial trial;
  private final List<Field> source;
  private final List<AnswerSchema.Member> members;
  private final AnswerMembers answers = new AnswerMembers();

  /// A cell: what it says, its alert as [GridColumn] has it, and what is wrong in words.
  private record Cell(Value value, String alert, String why) {
    Cell(Value value, String alert) {
      this(value, alert, "");
    }

    static Cell plain(String text) {
      return new Cell(new Value.Scalar(text), "");
    }
  }

  TrialTable(Trial trial, TrialWords words) {
    this.trial = trial;
    this.words = words;
    RequestSpec spec = trial.subject().spec();
    this.source =
        spec.template().columns().stream()
            .map(name ->
                trial
                    .subject()
                    .table()
                    .schema()
                    .find(name)
                    .orElseGet(() -> Field.of(name, FieldType.STRING)))
            .toList();
    this.members = spec.answer().map(AnswerSchema::members).orElse(List.of());
  }

  List<GridColumn> columns() {
    List<GridColumn> all = new ArrayList<>();
    for (Field field : source) {
      boolean number = field.type().isNumber() && !field.isRepeated();
      all.add(column(all.size(), field, "", number ? NUMBER_WIDTH : SOURCE_WIDTH));
    }
    int first = all.size();
    if (members.isEmpty()) {
      all.add(column(first, text(words.get("wizard.trial.answer")), "divided", TEXT_WIDTH));
    }
    for (AnswerSchema.Member member : members) {
      String style = all.size() == first ? "divided" : "";
      all.add(column(all.size(), field(member), style, 0));
    }
    all.add(column(all.size(), text(words.get("wizard.trial.tokens")), "quiet", 92));
    all.add(column(all.size(), text(words.get("wizard.trial.seconds")), "quiet", 72));
    return all;
  }

  private GridColumn column(int at, Field field, String style, double width) {
    int cells = size();
    return new GridColumn(
            field, row -> row.values().get(at), style, row -> behind(row, cells + at), width)
        .explained(row -> behind(row, 2 * cells + at));
  }

  private static String behind(Row row, int place) {
    return row.values().get(place) instanceof Value.Scalar(String text) ? text : "";
  }

  private static Field text(String name) {
    return Field.of(name, FieldType.STRING);
  }

  /// Lists and groups are shown as the JSON that they are.
  private static Field field(AnswerSchema.Member member) {
    Field field = SchemaTypes.of(new AnswerSchema(List.of(member))).getFirst();
    return field.isRepeated() || field.type() == FieldType.STRUCT
        ? Field.of(field.name(), FieldType.JSON)
        : field;
  }

  private int size() {
    return source.size() + Math.max(1, members.size()) + 2;
  }

  List<Row> rows() {
    return trial.rows().stream().map(this::row).toList();
  }

  private Row row(TrialRow row) {
    List<Cell> cells = new ArrayList<>(asked(row));
    cells.addAll(answer(row));
    cells.add(Cell.plain(words.tokens(row.state())));
    cells.add(Cell.plain(words.seconds(row.state())));
    List<Value> values = new ArrayList<>(cells.stream().map(Cell::value).toList());
    cells.forEach(cell -> values.add(new Value.Scalar(cell.alert())));
    cells.forEach(cell -> values.add(new Value.Scalar(cell.why())));
    return new Row(values);
  }

  /// What the row put into the prompt.
  private List<Cell> asked(TrialRow row) {
    var schema = trial.subject().table().schema();
    FilledPrompt prompt = FilledPrompt.of(trial.subject().spec(), schema, row.row());
    return source.stream()
        .map(field -> {
          int at = schema.indexOf(field.name());
          return at >= 0
              ? new Cell(row.row().values().get(at), "")
              : Cell.plain(prompt.valueOf(field.name()));
        })
        .toList();
  }

  private List<Cell> answer(TrialRow row) {
    TrialRow.State state = row.state();
    return switch (state) {
      case TrialRow.State.Waiting _, TrialRow.State.Asking _, TrialRow.State.Stopped _ ->
          alone(new Value.Scalar(words.instead(state).orElse("")), "");
      case TrialRow.State.Failed _ ->
          alone(new Value.Scalar(words.instead(state).orElse("")), "failed");
      case TrialRow.State.Done(RowOutcome.Answered answered, var _) -> answered(answered, row);
      case TrialRow.State.Done _ ->
          alone(new Value.Scalar(words.instead(state).orElse("")), "failed");
    };
  }

  private List<Cell> answered(RowOutcome.Answered answer, TrialRow row) {
    if (members.isEmpty()) {
      return alone(new Value.Scalar(answer.text()), answer.truncated() ? "warning" : "");
    }
    List<AnswerMark> marks = trial.marks(row).stream().filter(AnswerMark::stops).toList();
    if (members.stream().anyMatch(m -> answers.of(answer.text(), m.name()).isEmpty())) {
      List<String> faults = words.faults(answer, marks);
      return alone(
          new Value.Scalar(faults.isEmpty() ? answer.text() : faults.getFirst()), "failed");
    }
    return members.stream().map(member -> member(member.name(), answer, marks)).toList();
  }

  /// A mark of a part of a member counts for it.
  private Cell member(String name, RowOutcome.Answered answer, List<AnswerMark> marks) {
    List<String> why =
        marks.stream()
            .filter(mark -> mark.member().equals(name))
            .map(mark -> words.say(mark.finding()))
            .toList();
    return new Cell(
        answers.of(answer.text(), name).orElse(Value.NULL),
        why.isEmpty() ? "" : "warning",
        String.join("\n", why));
  }

  /// Something in the first column of the answer, and nothing in the others.
  private List<Cell> alone(Value value, String alert) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(value, alert));
    while (cells.size() < members.size()) {
      cells.add(new Cell(NOTHING, ""));
    }
    return cells;
  }
}
