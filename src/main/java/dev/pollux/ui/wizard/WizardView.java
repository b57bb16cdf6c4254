package dev.pollux.ui.wizard;

import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The bar of steps, the step in front, and the line below with what the job is so far.
final class WizardView extends View<BorderPane> {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final DraftModel draft;
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final StepBar bar;
  private final NoteLine note;
  private final SummaryLine summary;
  private final BorderPane middle = new BorderPane();
  private final StackPane shown = new StackPane();
  private final Button back = new Button();
  private final Button next = new Button();

  WizardView(
      DraftModel draft,
      WizardModel model,
      WizardController controller,
      StepActions actions,
      Words words) {
    super(new BorderPane());
    this.draft = draft;
    this.model = model;
    this.controller = controller;
    this.words = words;
    bar = new StepBar(draft, controller, words);
    note = new NoteLine(actions);
    summary = new SummaryLine(words, draft.now().context().connection().simulated());
    // In the order of reading, which is that of the Tab key, whichever step is shown.
    middle.setCenter(shown);
    middle.setBottom(note.root());
    root().getStyleClass().add("pane");
    root().setTop(bar.root());
    root().setCenter(middle);
    root().setBottom(footer());
    root().addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private HBox footer() {
    back.setId("wizard-back");
    back.setText(words.get("wizard.back"));
    back.setTooltip(new Tooltip(words.get("wizard.back.keys")));
    back.getStyleClass().add("flat");
    back.setOnAction(_ -> controller.onBack());
    next.setId("wizard-next");
    next.setTooltip(new Tooltip(words.get("wizard.next.keys")));
    next.getStyleClass().add("accent");
    next.setOnAction(_ -> controller.onNext());
    for (Button button : new Button[] {back, next}) {
      button.managedProperty().bind(button.visibleProperty());
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox.setHgrow(summary.root(), Priority.ALWAYS);
    HBox line = new HBox(12, summary.root(), back, next);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("wizard-footer");
    return line;
  }

  /// Goes on as by the button. It takes the focus first: what is typed in a field counts when the
  /// focus leaves it.
  void next() {
    press(next);
  }

  void back() {
    press(back);
  }

  private static void press(Button button) {
    if (button.isVisible()) {
      button.requestFocus();
      button.fire();
    }
  }

  /// Texts take back what was typed in them by themselves.
  private void onKey(KeyEvent event) {
    if (UNDO.match(event)) {
      controller.onUndo();
      event.consume();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      controller.onRedo();
      event.consume();
    }
  }

  /// Has what was brought to the front take its place at once.
  void layOut() {
    root().applyCss();
    root().layout();
  }

  @Override
  protected void attach() {
    onDetach(model.step().subscribe(this::showStep)::unsubscribe);
    onDetach(draft.state().subscribe(this::show)::unsubscribe);
    onDetach(model.message().subscribe(_ -> showNote())::unsubscribe);
  }

  private void showStep(Step step) {
    shown.getChildren().setAll(controller.root(step));
    back.setVisible(step != Step.SOURCE);
    next.setVisible(step != Step.REVIEW);
    next.setText(words.get("wizard.next", words.get("wizard.step." + step.next().name())));
    show(draft.now());
  }

  private void show(DraftState state) {
    bar.show(model.step().get(), state);
    summary.show(state);
    showNote();
  }

  private void showNote() {
    note.show(model.message().get(), model.step().get(), draft.checks());
  }
}
