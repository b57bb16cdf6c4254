package dev.pollux.ui.wizard.trial;

import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.wizard.step.DraftModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// How many rows to try, start and stop. Stop takes the place of start while rows are asked.
final class TrialBar extends View<HBox> {
  private final DraftModel draft;
  private final TrialModel screen;
  private final Words words;
  private final Spinner<Integer> rows = new Spinner<>(1, Trial.MOST, 10);
  private final Button start = new Button("", new FontIcon(MaterialDesignP.PLAY_OUTLINE));
  private final Button stop = new Button("", new FontIcon(MaterialDesignS.STOP_CIRCLE_OUTLINE));

  TrialBar(DraftModel draft, TrialModel screen, TrialController controller, Words words) {
    super(new HBox(8));
    this.draft = draft;
    this.screen = screen;
    this.words = words;
    rows.setId("wizard-trial-rows");
    rows.setAccessibleText(words.get("wizard.trial.count"));
    rows.setTooltip(new Tooltip(words.get("wizard.trial.count")));
    rows.setEditable(true);
    rows.getValueFactory().setConverter(new RowsConverter(rows::getValue));
    rows.valueProperty().subscribe((_, now) -> controller.onCount(now));
    start.setId("wizard-trial-start");
    start.setTooltip(new Tooltip(words.get("wizard.trial.empty")));
    start.getStyleClass().addAll("compact", "button-outlined", "accent");
    start.setOnAction(_ -> controller.onStart());
    stop.setId("wizard-trial-stop");
    stop.setText(words.get("wizard.trial.stop"));
    stop.getStyleClass().add("compact");
    stop.setOnAction(_ -> controller.onStop());
    for (Button button : new Button[] {start, stop}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
    }
    root().setAlignment(Pos.CENTER_RIGHT);
    root().setMinWidth(Region.USE_PREF_SIZE);
    root().getStyleClass().add("trial-bar");
    root().getChildren().addAll(rows, start, stop);
  }

  @Override
  protected void attach() {
    onDetach(draft.state().subscribe(this::show)::unsubscribe);
    onDetach(screen.count().subscribe(_ -> show(draft.now()))::unsubscribe);
    onDetach(screen.drawing().subscribe(_ -> show(draft.now()))::unsubscribe);
  }

  private void show(DraftState state) {
    boolean running = screen.drawing().get() || state.trial().filter(Trial::isRunning).isPresent();
    boolean focused = start.isFocused() || stop.isFocused();
    start.setVisible(!running);
    stop.setVisible(running);
    if (focused) {
      (running ? stop : start).requestFocus();
    }
    int count = screen.count().get();
    start.setText(
        words.get(state.triedThis() ? "wizard.trial.others" : "wizard.trial.start", count));
  }
}
