package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.RequestChecks;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.prompt.answer.SchemaReader;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Parent;

/// What the answer has: text, or columns that a person names. A place is a path: `[2]` is the third
/// column, `[2, 0]` the first of the group in it.
public final class AnswerController {
  private final DraftModel model;
  private final AnswerModel screen = new AnswerModel();
  private final StepActions actions;
  private final AnswerView view;
  private AnswerSchema kept = SchemaEdits.fresh();

  public AnswerController(DraftModel model, StepActions actions, Words words) {
    this.model = model;
    this.actions = actions;
    this.view = new AnswerView(model, screen, this, words);
  }

  /// What stands in the step.
  public Parent root() {
    return view.root();
  }

  private void focus(List<Integer> at) {
    view.focus(at, SchemaCheck.Part.NAME);
  }

  /// Puts the focus where the first thing is written that stops the requests.
  public void focusFault() {
    DraftState now = model.now();
    now.draft().spec().answer().stream()
        .flatMap(schema -> SchemaCheck.spots(schema, RequestChecks.quotable(now)).stream())
        .filter(spot -> spot.finding().stops())
        .findFirst()
        .ifPresentOrElse(spot -> view.focus(spot.at(), spot.part()), () -> focus(List.of()));
  }

  String say(Finding finding) {
    return actions.say(finding);
  }

  void onUndo() {
    model.undo();
  }

  /// The columns stay in mind, in case that they are wanted again.
  void onText() {
    model.draft().spec().answer().ifPresent(schema -> kept = schema);
    screen.pasting(false);
    set(Optional.empty());
  }

  void onColumns() {
    if (model.draft().spec().answer().isEmpty()) {
      set(Optional.of(kept));
      focus(List.of(0));
    }
  }

  private void set(Optional<AnswerSchema> schema) {
    model.edit("", draft -> draft.withSpec(spec -> spec.withAnswer(schema)));
  }

  /// @param what names the edit, see [DraftModel#edit]
  private void edit(String what, UnaryOperator<AnswerSchema> change) {
    model.edit(what, draft -> draft.withSpec(spec -> spec.withAnswer(spec.answer().map(change))));
  }

  private void edit(String what, List<Integer> at, UnaryOperator<Member> change) {
    edit("schema-" + what + at, schema -> SchemaEdits.replace(schema, at, change));
  }

  /// Adds a column at the end of a group, or of the answer, where the group is empty.
  ///
  /// @param name what was typed of its name already
  void onAdd(List<Integer> group, String name) {
    edit("", schema -> SchemaEdits.add(schema, group, name));
    model
        .draft()
        .spec()
        .answer()
        .map(schema -> SchemaEdits.last(schema, group))
        .ifPresent(this::focus);
  }

  void onName(List<Integer> at, String name) {
    edit("name", at, m -> new Member(name.strip(), m.type(), m.description(), m.required()));
  }

  /// @param values those that its fields still hold, for a type that has them
  void onKind(List<Integer> at, MemberKind kind, MemberValues values) {
    MemberValues filled = values.column().isEmpty() ? values.quoting(quoted()) : values;
    edit(
        "type",
        at,
        m -> MemberKind.of(m.type()) == kind ? m : typed(m, kind.type(filled, m.type())));
  }

  /// The column that is quoted unless another is chosen: the last one that the prompt shows.
  private String quoted() {
    List<String> shown = model.draft().spec().template().columns();
    return shown.isEmpty() ? "" : shown.getLast();
  }

  private static Member typed(Member m, AnswerSchema.Type type) {
    return new Member(m.name(), type, m.description(), m.required());
  }

  /// @param what of the values was changed
  void onValues(List<Integer> at, MemberKind kind, String what, MemberValues values) {
    edit(what, at, m -> typed(m, kind.type(values, m.type())));
  }

  void onMeaning(List<Integer> at, String text) {
    edit("meaning", at, m -> new Member(m.name(), m.type(), text, m.required()));
  }

  void onRequired(List<Integer> at, boolean required) {
    edit("required", at, m -> new Member(m.name(), m.type(), m.description(), required));
  }

  /// @param by -1 for up, 1 for down; at the ends nothing happens
  void onMove(List<Integer> at, int by) {
    edit("", schema -> SchemaEdits.move(schema, at, by));
    model
        .draft()
        .spec()
        .answer()
        .map(schema -> SchemaEdits.moved(schema, at, by))
        .ifPresent(this::focus);
  }

  void onRemove(List<Integer> at) {
    edit("", schema -> SchemaEdits.remove(schema, at));
    focus(at);
  }

  void onLeave() {
    model.endEdit();
  }

  void onPasting(boolean now) {
    screen.pasted("");
    screen.pasting(now);
  }

  /// The JSON takes the place of the columns; what is wrong with it is said, and nothing changes.
  void onPaste(String json) {
    SchemaReader.Reading reading = SchemaReader.read(json);
    screen.pasted(reading.findings().stream().map(actions::say).collect(Collectors.joining("\n")));
    reading.schema().ifPresent(schema -> set(Optional.of(schema)));
    if (reading.schema().isPresent() && reading.findings().isEmpty()) {
      screen.pasting(false);
    }
  }
}
