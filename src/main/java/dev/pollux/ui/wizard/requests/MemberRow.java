package dev.pollux.ui.wizard.requests;

import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// One column of the answer on one line: name, type, words to choose from, whether it is required,
/// and what it means.
final class MemberRow {
  static final double INDENT = 16;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private final List<Integer> at;
  private final AnswerActions actions;
  private final Words words;
  private final TextField name;
  private final ComboBox<MemberKind> kind = new ComboBox<>();
  private final TextField choices;
  private final Label anything = new Label();
  private final CheckBox required = new CheckBox();
  private final TextField meaning;
  private final GridPane root = MemberColumns.line();
  private boolean showing;

  MemberRow(List<Integer> at, AnswerActions actions, Words words) {
    this.at = List.copyOf(at);
    this.actions = actions;
    this.words = words;
    name = field("name", "mono", text -> actions.onName(this.at, text));
    choices = field("words", "", text -> actions.onWords(this.at, kind.getValue(), text));
    meaning = field("meaning", "", text -> actions.onMeaning(this.at, text));
    kind();
    anything.getStyleClass().addAll("quiet", "member-anything");
    required.setId(id("required"));
    required.setAccessibleText(words.get("wizard.schema.required"));
    required
        .selectedProperty()
        .subscribe((_, on) -> unlessShowing(() -> actions.onRequired(this.at, on)));
    root.addRow(0, name, kind, new StackPane(anything, choices), required, meaning, more());
    StackPane.setAlignment(anything, javafx.geometry.Pos.CENTER_LEFT);
    GridPane.setHalignment(required, HPos.CENTER);
    if (at.size() > 1) {
      GridPane.setMargin(name, new Insets(0, 0, 0, INDENT));
    }
    root.getStyleClass().add("member-line");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    root.focusWithinProperty()
        .subscribe(in -> {
          if (!in) {
            actions.onLeave();
          }
        });
  }

  Node root() {
    return root;
  }

  void focus() {
    name.requestFocus();
    name.end();
  }

  private String id(String what) {
    return "wizard-schema-"
        + what
        + "-"
        + at.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private void unlessShowing(Runnable action) {
    if (!showing) {
      action.run();
    }
  }

  private TextField field(String what, String style, Consumer<String> typed) {
    TextField field = new TextField();
    field.setId(id(what));
    field.setPromptText(words.get("wizard.schema.prompt." + what));
    field.setAccessibleText(
        words.get("wizard.schema.of-column", words.get("wizard.schema." + what), at.getLast() + 1));
    field.setPrefColumnCount(4);
    field.setMaxWidth(Double.MAX_VALUE);
    if (!style.isEmpty()) {
      field.getStyleClass().add(style);
    }
    field.textProperty().subscribe((_, now) -> unlessShowing(() -> typed.accept(now)));
    field.setOnAction(_ -> actions.onAdd(at.subList(0, at.size() - 1), ""));
    return field;
  }

  private void kind() {
    kind.setId(id("type"));
    kind.setAccessibleText(words.get("wizard.schema.type"));
    kind.getItems().setAll(MemberKind.values());
    if (at.size() > 1) {
      kind.getItems().removeAll(MemberKind.GROUP, MemberKind.GROUPS);
    }
    kind.setConverter(new WordsConverter<>(k -> words.get("wizard.schema.kind." + k.name())));
    kind.setMaxWidth(Double.MAX_VALUE);
    LetterKeys.on(kind);
    // While the list is open the arrow keys pass over types that are not meant.
    kind.valueProperty()
        .subscribe((_, chosen) ->
            unlessShowing(() -> {
              if (chosen != null && !kind.isShowing()) {
                choose(chosen);
              }
            }));
    kind.showingProperty()
        .subscribe((before, now) -> {
          if (before && !now && kind.getValue() != null) {
            choose(kind.getValue());
          }
        });
  }

  private void choose(MemberKind chosen) {
    actions.onKind(at, chosen, choices.getText());
  }

  private MenuButton more() {
    MenuButton more = new MenuButton("", new FontIcon(MaterialDesignD.DOTS_VERTICAL));
    more.setId(id("more"));
    more.setAccessibleText(words.get("wizard.schema.more"));
    more.getStyleClass().addAll("flat", "button-icon", "no-arrow", "compact");
    more.getItems()
        .setAll(
            item("up", () -> actions.onMove(at, -1)),
            item("down", () -> actions.onMove(at, 1)),
            item("remove", () -> actions.onRemove(at)));
    return more;
  }

  private MenuItem item(String what, Runnable action) {
    MenuItem item = new MenuItem(words.get("wizard.schema." + what));
    item.setId(id(what));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void onKey(KeyEvent key) {
    if (!key.isAltDown() || kind.isShowing() || kind.isFocused()) {
      return;
    }
    switch (key.getCode()) {
      case KeyCode.UP -> actions.onMove(at, -1);
      case KeyCode.DOWN -> actions.onMove(at, 1);
      case KeyCode.DELETE, KeyCode.BACK_SPACE -> actions.onRemove(at);
      default -> {
        return;
      }
    }
    key.consume();
  }

  /// Shows the column; what is being typed and means the same already stays as it was typed.
  ///
  /// @param wrong whether something is wrong with it
  void show(Member member, boolean wrong) {
    showing = true;
    try {
      MemberKind now = MemberKind.of(member.type());
      if (!name.getText().strip().equals(member.name())) {
        name.setText(member.name());
      }
      if (kind.getValue() != now && !kind.isShowing()) {
        kind.setValue(now);
      }
      if (now.hasWords()
          && !MemberKind.read(choices.getText()).equals(MemberKind.words(member.type()))) {
        choices.setText(String.join(", ", MemberKind.words(member.type())));
      }
      choices.setVisible(now.hasWords());
      anything.setVisible(!now.hasWords());
      anything.setText(
          now.hasMembers()
              ? words.get("wizard.schema.inside", member.type().members().size())
              : words.get("wizard.schema.anything"));
      required.setSelected(member.required());
      if (!meaning.getText().equals(member.description())) {
        meaning.setText(member.description());
      }
      root.pseudoClassStateChanged(WRONG, wrong);
    } finally {
      showing = false;
    }
  }
}
