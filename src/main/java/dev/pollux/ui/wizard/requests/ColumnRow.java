package dev.pollux.ui.wizard.requests;

import dev.pollux.prompt.ColumnUse;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.LocalNumber;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// One column of the prompt: what stands for NULL, and the most characters of it.
final class ColumnRow {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  /// What stands for NULL, as it is offered.
  private enum Choice {
    NOTHING,
    WORD,
    SKIP
  }

  private final Consumer<ColumnUse> keep;
  private final LocalNumber numbers;
  private final Label name;
  private final ComboBox<Choice> choice = new ComboBox<>();
  private final TextField word = new TextField();
  private final TextField cap = new TextField();
  private ColumnUse shown = ColumnUse.PLAIN;
  private boolean showing;

  ColumnRow(String column, Words words, Consumer<ColumnUse> keep) {
    this.keep = keep;
    this.numbers = new LocalNumber(words.locale(), true);
    name = new Label(column);
    name.getStyleClass().add("mono");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(60);
    GridPane.setHgrow(name, Priority.SOMETIMES);
    choice.setId("wizard-null-" + column);
    choice.setAccessibleText(words.get("wizard.columns.null"));
    choice.getItems().setAll(Choice.values());
    choice.setConverter(new WordsConverter<>(c -> words.get("wizard.columns." + c.name())));
    SteadyWidth.of(choice);
    LetterKeys.on(choice);
    choice.valueProperty().subscribe((_, _) -> change());
    field(word, "wizard-null-word-" + column, words.get("wizard.columns.word"));
    word.setAccessibleText(words.get("wizard.columns.word-head"));
    word.visibleProperty().bind(choice.valueProperty().isEqualTo(Choice.WORD));
    field(cap, "wizard-cap-" + column, words.get("wizard.columns.no-cap"));
    cap.setAccessibleText(words.get("wizard.columns.cap"));
  }

  private void field(TextField field, String id, String prompt) {
    field.setId(id);
    field.setPromptText(prompt);
    field.setPrefColumnCount(6);
    field.setMinWidth(70);
    field.setOnAction(_ -> change());
    field
        .focusedProperty()
        .subscribe(in -> {
          if (!in) {
            change();
          }
        });
  }

  void addTo(GridPane grid, int row) {
    grid.addRow(row, name, choice, word, cap);
  }

  private void change() {
    String typed = cap.getText().strip();
    OptionalDouble read = numbers.read(typed);
    boolean number = read.isPresent() && read.getAsDouble() >= 1;
    cap.pseudoClassStateChanged(WRONG, !typed.isEmpty() && !number);
    if (showing || choice.getValue() == null) {
      return;
    }
    ColumnUse.WhenNull whenNull =
        switch (choice.getValue()) {
          case NOTHING -> new ColumnUse.WhenNull.Nothing();
          case SKIP -> new ColumnUse.WhenNull.SkipRow();
          case WORD -> new ColumnUse.WhenNull.Word(word.getText());
        };
    OptionalInt most =
        number
            ? OptionalInt.of((int) read.getAsDouble())
            : typed.isEmpty() ? OptionalInt.empty() : shown.maxCharacters();
    ColumnUse now = new ColumnUse(whenNull, most);
    if (!now.equals(shown)) {
      keep.accept(now);
    }
  }

  /// Shows the rule as the draft has it by now, whoever changed it.
  void show(ColumnUse use) {
    boolean same = use.equals(shown);
    shown = use;
    showing = true;
    try {
      switch (use.whenNull()) {
        case ColumnUse.WhenNull.Nothing _ -> choice.setValue(Choice.NOTHING);
        case ColumnUse.WhenNull.SkipRow _ -> choice.setValue(Choice.SKIP);
        case ColumnUse.WhenNull.Word(String text) -> {
          choice.setValue(Choice.WORD);
          if (!same || !word.isFocused()) {
            word.setText(text);
          }
        }
      }
      if (!same) {
        cap.setText(
            use.maxCharacters().isPresent()
                ? Integer.toString(use.maxCharacters().getAsInt())
                : "");
      }
    } finally {
      showing = false;
    }
  }
}
