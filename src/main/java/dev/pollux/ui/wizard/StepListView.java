package dev.pollux.ui.wizard;

import dev.pollux.text.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The five steps on the left: which are done, which is in front, and what was chosen at each.
final class StepListView {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private final VBox root = new VBox(6);
  private final Map<Step, Entry> entries = new EnumMap<>(Step.class);

  /// The nodes of one step.
  private record Entry(Button button, Label mark, FontIcon done, Label caption) {}

  StepListView(WizardController controller, Words words) {
    Label title = new Label(words.get("wizard.title"));
    title.getStyleClass().add("title");
    root.getChildren().add(title);
    root.getStyleClass().addAll("wizard-rail", "side", "line-right");
    for (Step step : Step.values()) {
      root.getChildren().add(entry(step, controller, words));
    }
  }

  private Button entry(Step step, WizardController controller, Words words) {
    Label mark = new Label(Integer.toString(step.ordinal() + 1));
    mark.getStyleClass().add("wizard-mark");
    FontIcon done = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
    done.getStyleClass().addAll("icon-ok", "wizard-done");
    Label name = new Label(words.get("wizard.step." + step.name()));
    name.getStyleClass().add("heading");
    Label caption = new Label();
    caption.getStyleClass().add("caption");
    caption.setMaxWidth(150);
    HBox line = new HBox(10, new StackPane(mark, done), new VBox(1, name, caption));
    line.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", line);
    button.setId("wizard-step-" + step.name().toLowerCase(Locale.ROOT));
    button.setAccessibleText(words.get("wizard.step." + step.name()));
    button.getStyleClass().addAll("flat", "wizard-step");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setOnAction(_ -> controller.onStep(step));
    entries.put(step, new Entry(button, mark, done, caption));
    return button;
  }

  VBox root() {
    return root;
  }

  void show(Step current, WizardController controller, WizardModel model) {
    entries.forEach((step, entry) -> {
      boolean past = step.ordinal() < current.ordinal() && controller.done(step);
      entry.button().pseudoClassStateChanged(CURRENT, step == current);
      entry.mark().setVisible(!past);
      entry.done().setVisible(past);
      entry.caption().setText(past ? caption(step, model) : "");
      entry.caption().setManaged(!entry.caption().getText().isEmpty());
    });
  }

  private static String caption(Step step, WizardModel model) {
    return switch (step) {
      case SOURCE -> model.table.get().map(t -> t.ref().shortName()).orElse("");
      case REQUESTS ->
          model.template.get() ? model.prompt.get().strip().replace('\n', ' ') : "request";
      case MODEL -> model.geminiModel().map(m -> m.id()).orElse("");
      case DESTINATION -> model.tableName.get();
      case REVIEW -> "";
    };
  }
}
