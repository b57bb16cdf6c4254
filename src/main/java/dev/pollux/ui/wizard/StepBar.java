package dev.pollux.ui.wizard;

import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The five steps above: which are done, which is in front; undo, redo, and starting over.
final class StepBar {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private final DraftModel draft;
  private final Words words;
  private final HBox root = new HBox(4);
  private final Label source = new Label();
  private final Tooltip whole = new Tooltip();
  private final Map<Step, Entry> entries = new EnumMap<>(Step.class);

  /// The nodes of one step.
  private record Entry(Button button, Label number, FontIcon done) {}

  StepBar(DraftModel draft, WizardController controller, Words words) {
    this.draft = draft;
    this.words = words;
    root.getStyleClass().add("wizard-steps");
    root.setAlignment(Pos.CENTER_LEFT);
    for (Step step : Step.values()) {
      if (step != Step.SOURCE) {
        Region line = new Region();
        line.getStyleClass().add("wizard-step-line");
        root.getChildren().add(line);
      }
      root.getChildren().add(entry(step, controller));
    }
    source.getStyleClass().add("quiet");
    source.setMinWidth(0);
    source.setTooltip(whole);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button undo = icon("wizard-undo", words.get("wizard.undo"), MaterialDesignU.UNDO_VARIANT);
    undo.setOnAction(_ -> controller.onUndo());
    undo.disableProperty().bind(draft.canUndo().not());
    Button redo = icon("wizard-redo", words.get("wizard.redo"), MaterialDesignR.REDO_VARIANT);
    redo.setOnAction(_ -> controller.onRedo());
    redo.disableProperty().bind(draft.canRedo().not());
    Button over = new Button(words.get("wizard.start-over"));
    over.setId("wizard-start-over");
    over.getStyleClass().add("flat");
    over.setMinWidth(Region.USE_PREF_SIZE);
    over.setOnAction(_ -> controller.onStartOver());
    root.getChildren().addAll(space, source, undo, redo, over);
  }

  private static Button icon(String id, String text, Ikon ikon) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(new FontIcon(ikon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private Button entry(Step step, WizardController controller) {
    String name = words.get("wizard.step." + step.name());
    Label number = new Label(Integer.toString(step.ordinal() + 1));
    number.getStyleClass().add("wizard-mark");
    FontIcon done = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
    done.getStyleClass().addAll("icon-ok", "wizard-done");
    Button button = new Button(name, new StackPane(number, done));
    button.setId("wizard-step-" + step.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("flat", "wizard-step");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> controller.onStep(step));
    entries.put(step, new Entry(button, number, done));
    return button;
  }

  Node root() {
    return root;
  }

  void show(Step current, DraftState state) {
    source.setText(state.table().map(t -> t.ref().table()).orElse(""));
    whole.setText(state.table().map(t -> t.ref().toString()).orElse(""));
    entries.forEach((step, entry) -> {
      boolean past = step.ordinal() < current.ordinal() && !draft.checks().stops(step);
      entry.button().pseudoClassStateChanged(CURRENT, step == current);
      entry.number().setVisible(!past);
      entry.done().setVisible(past);
      entry
          .button()
          .setAccessibleText(
              words.get("wizard.step." + step.name())
                  + (past ? ", " + words.get("wizard.step-done") : ""));
    });
  }
}
