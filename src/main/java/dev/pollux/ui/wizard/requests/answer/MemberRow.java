package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// One column of the answer on one line: name, type, what its values may be, whether it is
/// required, and what it means.
final class MemberRow {
  static final double INDENT = 16;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private final List<Integer> at;
  private final AnswerController controller;
  private final Words words;
  private final MemberFields fields;
  private final TextField name;
  private final ComboBox<MemberKind> kind = new ComboBox<>();
  private final ValuesCell values;
  private final CheckBox required = new CheckBox();
  private final TextField meaning;
  private final GridPane root = MemberColumns.line();
  private boolean showing;

  MemberRow(List<Integer> at, AnswerController controller, Words words) {
    this.at = List.copyOf(at);
    this.controller = controller;
    this.words = words;
    fields = new MemberFields(at, words, () -> controller.onAdd(at.subList(0, at.size() - 1), ""));
    name = fields.field("name", "mono");
    name.textProperty().subscribe((_, now) -> unlessShowing(() -> controller.onName(this.at, now)));
    values =
        new ValuesCell(
            fields, words, (what, now) -> controller.onValues(this.at, kind.getValue(), what, now));
    meaning = fields.field("meaning", "");
    meaning
        .textProperty()
        .subscribe((_, now) -> unlessShowing(() -> controller.onMeaning(this.at, now)));
    kind();
    required.setId(fields.id("required"));
    required.setAccessibleText(words.get("wizard.schema.required"));
    required
        .selectedProperty()
        .subscribe((_, on) -> unlessShowing(() -> controller.onRequired(this.at, on)));
    root.addRow(0, name, kind, values.root(), required, meaning, more());
    GridPane.setHalignment(required, HPos.CENTER);
    if (at.size() > 1) {
      GridPane.setMargin(name, new Insets(0, 0, 0, INDENT));
    }
    root.getStyleClass().add("member-line");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    root.focusWithinProperty()
        .subscribe(in -> {
          if (!in) {
            controller.onLeave();
          }
        });
  }

  Node root() {
    return root;
  }

  /// Puts the focus where that part of the column is written.
  void focus(SchemaCheck.Part part) {
    switch (part) {
      case NAME -> {
        name.requestFocus();
        name.end();
      }
      case TYPE -> kind.requestFocus();
      case VALUES, LENGTH -> values.focus(part);
    }
  }

  private void unlessShowing(Runnable action) {
    if (!showing) {
      action.run();
    }
  }

  private void kind() {
    kind.setId(fields.id("type"));
    kind.setAccessibleText(fields.name("type"));
    kind.getItems().setAll(MemberKind.values());
    if (at.size() > 1) {
      kind.getItems().removeAll(MemberKind.GROUP, MemberKind.GROUPS);
    }
    kind.setConverter(new WordsConverter<>(k -> words.get("wizard.schema.kind." + k.name())));
    kind.setMaxWidth(Double.MAX_VALUE);
    LetterKeys.on(kind);
    SettledChoice.of(
        kind, chosen -> unlessShowing(() -> controller.onKind(at, chosen, values.values())));
  }

  private MenuButton more() {
    MenuButton more = new MenuButton("", new FontIcon(MaterialDesignD.DOTS_VERTICAL));
    more.setId(fields.id("more"));
    more.setAccessibleText(words.get("wizard.schema.more"));
    more.getStyleClass().addAll("flat", "button-icon", "no-arrow", "compact");
    more.getItems()
        .setAll(
            item("up", () -> controller.onMove(at, -1)),
            item("down", () -> controller.onMove(at, 1)),
            item("remove", () -> controller.onRemove(at)));
    return more;
  }

  private MenuItem item(String what, Runnable action) {
    MenuItem item = new MenuItem(words.get("wizard.schema." + what));
    item.setId(fields.id(what));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void onKey(KeyEvent key) {
    if (!key.isAltDown() || key.getTarget() instanceof ComboBox<?>) {
      return;
    }
    switch (key.getCode()) {
      case KeyCode.UP -> controller.onMove(at, -1);
      case KeyCode.DOWN -> controller.onMove(at, 1);
      case KeyCode.DELETE, KeyCode.BACK_SPACE -> controller.onRemove(at);
      default -> {
        return;
      }
    }
    key.consume();
  }

  /// Shows the column; what is being typed and means the same already stays as it was typed.
  ///
  /// @param columns those that can be quoted
  /// @param faults what is wrong with it
  void show(Member member, List<String> columns, MemberFaults faults) {
    showing = true;
    try {
      MemberKind now = MemberKind.of(member.type());
      if (!name.getText().strip().equals(member.name())) {
        values.clear();
        name.setText(member.name());
      }
      if (kind.getValue() != now && !kind.isShowing()) {
        kind.setValue(now);
      }
      values.show(member, columns, faults);
      required.setSelected(member.required());
      if (!meaning.getText().equals(member.description())) {
        meaning.setText(member.description());
      }
      faults.mark(SchemaCheck.Part.NAME, List.of(name), words);
      faults.mark(SchemaCheck.Part.TYPE, List.of(kind), words);
      root.pseudoClassStateChanged(WRONG, faults.has(SchemaCheck.Part.NAME));
    } finally {
      showing = false;
    }
  }
}
