package dev.pollux.ui.wizard.requests;

import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.LocalNumber;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many of the rows: all, any so many, or so many drawn at random.
final class RowLimit {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final long USUAL = 1000;

  /// A random choice is the same each time by its seed; a recipe may bring its own.
  private static final String SEED = "pollux";

  /// How many, as it is offered.
  private enum Share {
    ALL,
    ANY,
    RANDOM
  }

  private final DraftModel model;
  private final RequestsController controller;
  private final Words words;
  private final LocalNumber numbers;
  private final ComboBox<Share> share = new ComboBox<>();
  private final TextField limit = new TextField();
  private final Label problem = new Label();
  private final VBox root;
  private boolean showing;

  RowLimit(DraftModel model, RequestsController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.numbers = new LocalNumber(words.locale(), true);
    share.setId("wizard-rows-share");
    share.setAccessibleText(words.get("wizard.rows.share"));
    share.getItems().setAll(Share.values());
    share.setConverter(new WordsConverter<>(s -> words.get("wizard.rows.share." + s.name())));
    SteadyWidth.of(share);
    LetterKeys.on(share);
    share.valueProperty().subscribe((_, _) -> keep());
    limit.setId("wizard-rows-limit");
    limit.setAccessibleText(words.get("wizard.rows.limit"));
    limit.setPromptText(words.get("wizard.rows.usual", USUAL));
    limit.setPrefColumnCount(8);
    limit.visibleProperty().bind(share.valueProperty().isNotEqualTo(Share.ALL));
    limit.setOnAction(_ -> keep());
    limit.textProperty().subscribe((_, _) -> check());
    limit
        .focusedProperty()
        .subscribe(in -> {
          if (!in) {
            keep();
          }
        });
    problem.setId("wizard-rows-limit-problem");
    problem.getStyleClass().addAll("caption", "problem");
    problem.setMinHeight(18);
    Label which = new Label(words.get("wizard.rows.of-these"));
    which.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, which, share, limit);
    line.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(2, line, problem);
  }

  Node root() {
    return root;
  }

  void focus() {
    (limit.isVisible() ? limit : share).requestFocus();
  }

  /// As the language writes numbers, or digits alone; a recipe may bring more than one would type.
  private OptionalLong read() {
    String typed = limit.getText().strip();
    if (typed.matches("\\d{1,12}")) {
      return OptionalLong.of(Long.parseLong(typed));
    }
    OptionalDouble number = numbers.read(typed);
    return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of((long) number.getAsDouble());
  }

  /// What is no number is said at once.
  ///
  /// @return whether it can be kept
  private boolean check() {
    boolean fits = share.getValue() == Share.ALL || limit.getText().isBlank() || read().isPresent();
    limit.pseudoClassStateChanged(WRONG, !fits);
    problem.setText(fits ? "" : words.get("wizard.rows.no-number"));
    return fits;
  }

  private void keep() {
    if (showing || share.getValue() == null || !check()) {
      return;
    }
    boolean all = share.getValue() == Share.ALL;
    RowChoice now = model.draft().rows();
    boolean random = share.getValue() == Share.RANDOM;
    OptionalLong most = all ? OptionalLong.empty() : OptionalLong.of(read().orElse(USUAL));
    String seed = random && now.seed().isEmpty() ? SEED : now.seed();
    controller.onRows(new RowChoice(now.conditions(), most, random, seed));
  }

  void show(RowChoice choice) {
    showing = true;
    try {
      share.setValue(
          choice.limit().isEmpty() ? Share.ALL : choice.random() ? Share.RANDOM : Share.ANY);
      if (!limit.isFocused() && problem.getText().isEmpty()) {
        limit.setText(choice.limit().isEmpty() ? "" : Long.toString(choice.limit().getAsLong()));
      }
    } finally {
      showing = false;
    }
  }
}
