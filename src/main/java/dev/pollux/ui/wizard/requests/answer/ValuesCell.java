package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.Limits;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.RangeText;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What the values of a column of the answer may be, in one cell: words to choose from, a range, a
/// column to quote from, and how many there are in a list. What was typed for one type stays for
/// when a person comes back to it.
final class ValuesCell {
  private static final double LENGTH_WIDTH = 56;
  private final Words words;
  private final RangeText ranges;
  private final RangeText counts;
  private final TextField choices;
  private final TextField range;
  private final TextField characters;
  private final ComboBox<String> column = new ComboBox<>();
  private final TextField length;
  private final Label anything = new Label();
  private final HBox root;
  private boolean showing;

  /// @param fields makes a text field by its name
  /// @param changed hears of what a person changed, by its name
  ValuesCell(MemberFields fields, Words words, BiConsumer<String, MemberValues> changed) {
    this.words = words;
    this.ranges = new RangeText(words.locale(), false);
    this.counts = new RangeText(words.locale(), true);
    choices = field(fields, "words", changed);
    range = field(fields, "range", changed);
    characters = field(fields, "characters", changed);
    length = field(fields, "length", changed);
    length.setMinWidth(LENGTH_WIDTH);
    length.setMaxWidth(LENGTH_WIDTH);
    column.setId(fields.id("column"));
    column.setAccessibleText(fields.name("column"));
    SteadyWidth.ofFirst(column);
    column.setPromptText(words.get("wizard.schema.prompt.column"));
    column.setMaxWidth(Double.MAX_VALUE);
    column.setMinWidth(0);
    LetterKeys.on(column);
    SettledChoice.of(column, _ -> heard("column", changed));
    anything.getStyleClass().addAll("quiet", "member-anything");
    anything.setMaxWidth(Double.MAX_VALUE);
    anything.setMinWidth(0);
    root = new HBox(choices, range, characters, column, anything, length);
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinWidth(0);
    for (Node part : root.getChildren()) {
      part.managedProperty().bind(part.visibleProperty());
      HBox.setHgrow(part, part.equals(length) ? Priority.NEVER : Priority.ALWAYS);
    }
  }

  private TextField field(
      MemberFields fields, String what, BiConsumer<String, MemberValues> changed) {
    TextField field = fields.field(what, "");
    field.setMinWidth(0);
    field.textProperty().subscribe((_, _) -> heard(what, changed));
    return field;
  }

  private void heard(String what, BiConsumer<String, MemberValues> changed) {
    if (!showing) {
      changed.accept(what, values());
    }
  }

  Node root() {
    return root;
  }

  /// Puts the focus where what the values may be is written, or how many there are.
  void focus(SchemaCheck.Part part) {
    Stream.of(choices, range, characters, column)
        .filter(Node::isVisible)
        .findFirst()
        .filter(_ -> part != SchemaCheck.Part.LENGTH)
        .orElse(length)
        .requestFocus();
  }

  /// What its fields hold, those that are not in sight too.
  MemberValues values() {
    return new MemberValues(
        MemberValues.read(choices.getText()),
        ranges.read(range.getText()),
        counts.read(characters.getText()),
        column.getValue() == null ? "" : column.getValue(),
        counts.read(length.getText()));
  }

  /// Forgets what belonged to another column of the answer.
  void clear() {
    showing = true;
    try {
      List.of(choices, range, characters, length).forEach(TextField::clear);
      column.setValue(null);
    } finally {
      showing = false;
    }
  }

  /// @param columns those that can be quoted
  /// @param faults of this column of the answer, with their words
  void show(Member member, List<String> columns, MemberFaults faults) {
    showing = true;
    try {
      MemberKind kind = MemberKind.of(member.type());
      MemberValues now = MemberValues.of(member.type());
      show(choices, kind.one() == MemberKind.CHOICE);
      show(range, kind.one() == MemberKind.DECIMAL || kind.one() == MemberKind.WHOLE);
      show(characters, kind.one() == MemberKind.TEXT);
      show(column, kind.one() == MemberKind.QUOTE);
      show(length, kind.isList());
      anything.setVisible(
          !choices.isVisible()
              && !range.isVisible()
              && !characters.isVisible()
              && !column.isVisible());
      anything.setText(anything(member.type(), kind));
      if (choices.isVisible() && !MemberValues.read(choices.getText()).equals(now.words())) {
        choices.setText(String.join(", ", now.words()));
      }
      limits(range, ranges, now.range());
      limits(characters, counts, now.characters());
      limits(length, counts, now.length());
      columns(columns, now.column());
      faults.mark(SchemaCheck.Part.VALUES, List.of(choices, range, characters, column), words);
      faults.mark(SchemaCheck.Part.LENGTH, List.of(length), words);
    } finally {
      showing = false;
    }
  }

  private static void show(Control control, boolean shown) {
    control.setVisible(shown);
  }

  private String anything(AnswerSchema.Type type, MemberKind kind) {
    return kind.hasMembers()
        ? words.get("wizard.schema.inside", type.members().size())
        : words.get("wizard.schema.anything");
  }

  /// What is being typed and means the same already stays as it was typed.
  private static void limits(TextField field, RangeText text, Limits limits) {
    if (field.isVisible() && !text.read(field.getText()).equals(limits)) {
      field.setText(text.text(limits));
    }
  }

  private void columns(List<String> columns, String chosen) {
    if (!column.isVisible() || column.isShowing()) {
      return;
    }
    if (!column.getItems().equals(columns)) {
      column.getItems().setAll(columns);
    }
    column.setValue(chosen.isEmpty() ? null : chosen);
  }
}
