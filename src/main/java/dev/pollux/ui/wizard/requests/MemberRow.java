package dev.pollux.ui.wizard;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.text.Words;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One column of the answer: name, type, words to choose from, what it means.
final class MemberLine {
  private static final double INDENT = 28;
  private final List<Integer> at;
  private final Words words;
  private final BiConsumer<java.util.function.UnaryOperator<AnswerSchema>, Boolean> edit;
  private final Label problem = new Label();
  private final VBox root;

  /// @param edit changes the schema; the flag says whether lines come or go by it
  MemberLine(
      List<Integer> at,
      Member member,
      Words words,
      BiConsumer<java.util.function.UnaryOperator<AnswerSchema>, Boolean> edit) {
    this.at = List.copyOf(at);
    this.words = words;
    this.edit = edit;
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    problem.setVisible(false);
    root = new VBox(4, fields(member), meanings(member), problem);
    root.setPadding(new Insets(0, 0, 0, at.size() > 1 ? INDENT : 0));
  }

  VBox root() {
    return root;
  }

  List<Integer> at() {
    return at;
  }

  void say(String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
  }

  private String id(String what) {
    return "wizard-schema-"
        + what
        + "-"
        + at.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /// What it is called and what it is.
  private HBox fields(Member member) {
    TextField name = field("name", member.name(), "wizard.schema.name", 110);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.textProperty().subscribe((_, now) -> change(m -> named(m, now)));
    ComboBox<MemberKind> kind = new ComboBox<>();
    kind.setId(id("type"));
    kind.setAccessibleText(words.get("wizard.schema.type"));
    kind.getItems().setAll(MemberKind.values());
    if (at.size() > 1) {
      kind.getItems().removeAll(MemberKind.GROUP, MemberKind.GROUPS);
    }
    kind.setConverter(new WordsConverter<>(k -> words.get("wizard.schema.kind." + k.name())));
    MemberKind now = MemberKind.of(member.type());
    kind.setValue(now);
    kind.setMinWidth(130);
    kind.valueProperty()
        .subscribe((_, chosen) ->
            edit.accept(schema -> SchemaEdits.replace(schema, at, m -> typed(m, chosen)), true));
    HBox line = new HBox(6, name, kind);
    CheckBox required = new CheckBox(words.get("wizard.schema.required"));
    required.setId(id("required"));
    required.setSelected(member.required());
    required.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    required.selectedProperty().subscribe((_, on) -> change(m -> required(m, on)));
    line.getChildren()
        .addAll(
            required,
            icon(
                "up",
                MaterialDesignA.ARROW_UP,
                "wizard.schema.up",
                s -> SchemaEdits.move(s, at, -1)),
            icon(
                "down",
                MaterialDesignA.ARROW_DOWN,
                "wizard.schema.down",
                s -> SchemaEdits.move(s, at, 1)),
            icon(
                "remove",
                MaterialDesignC.CLOSE,
                "wizard.schema.remove",
                s -> SchemaEdits.remove(s, at)));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// The words to choose from, and what it means to Gemini.
  private HBox meanings(Member member) {
    HBox line = new HBox(6);
    MemberKind kind = MemberKind.of(member.type());
    if (kind.hasWords()) {
      TextField choices =
          field(
              "words",
              String.join(", ", MemberKind.words(member.type())),
              "wizard.schema.words",
              150);
      choices.textProperty().subscribe((_, typed) -> change(m -> worded(m, kind.withWords(typed))));
      HBox.setHgrow(choices, Priority.ALWAYS);
      line.getChildren().add(choices);
    }
    TextField meaning = field("meaning", member.description(), "wizard.schema.meaning", 150);
    meaning.textProperty().subscribe((_, text) -> change(m -> described(m, text)));
    HBox.setHgrow(meaning, Priority.ALWAYS);
    line.getChildren().add(meaning);
    return line;
  }

  private TextField field(String what, String value, String key, double width) {
    TextField field = new TextField(value);
    field.setId(id(what));
    field.setPromptText(words.get(key));
    field.setAccessibleText(words.get(key));
    field.setPrefWidth(width);
    field.setMinWidth(60);
    return field;
  }

  private Button icon(
      String what, Ikon ikon, String key, java.util.function.UnaryOperator<AnswerSchema> change) {
    Button button = new Button();
    button.setId(id(what));
    button.setGraphic(new FontIcon(ikon));
    button.setAccessibleText(words.get(key));
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setOnAction(_ -> edit.accept(change, true));
    return button;
  }

  private void change(java.util.function.UnaryOperator<Member> change) {
    edit.accept(schema -> SchemaEdits.replace(schema, at, change), false);
  }

  private static Member named(Member m, String name) {
    return new Member(name.strip(), m.type(), m.description(), m.required());
  }

  private static Member typed(Member m, MemberKind kind) {
    return worded(m, kind.type(m.type()));
  }

  private static Member worded(Member m, AnswerSchema.Type type) {
    return new Member(m.name(), type, m.description(), m.required());
  }

  private static Member described(Member m, String text) {
    return new Member(m.name(), m.type(), text, m.required());
  }

  private static Member required(Member m, boolean on) {
    return new Member(m.name(), m.type(), m.description(), on);
  }
}
