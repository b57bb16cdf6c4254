package dev.pollux.ui.wizard.step;

import dev.pollux.draft.state.DraftState;
import dev.pollux.ui.kit.View;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Base of the views of the steps: a question, a sentence, and fields. It is drawn anew with each
/// change of the draft while it is in the window.
public abstract class StepView extends View<VBox> {
  private final DraftModel model;

  protected StepView(DraftModel model, String question, String sentence) {
    super(new VBox(12));
    this.model = model;
    Label title = new Label(question);
    title.getStyleClass().add("title");
    title.setWrapText(true);
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.getStyleClass().add("quiet");
    text.setMinHeight(Region.USE_PREF_SIZE);
    root().getChildren().addAll(title, text);
    root().getStyleClass().add("wizard-body");
  }

  protected final DraftModel model() {
    return model;
  }

  protected final void add(Node... nodes) {
    root().getChildren().addAll(nodes);
  }

  protected static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    return label;
  }

  @Override
  protected void attach() {
    onDetach(model.state().subscribe(this::show)::unsubscribe);
  }

  /// The step came to the front, or something that it shows has changed.
  protected abstract void show(DraftState state);
}
