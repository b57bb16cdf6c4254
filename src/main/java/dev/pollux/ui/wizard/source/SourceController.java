package dev.pollux.ui.wizard.source;

import dev.pollux.draft.Lookup;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.WizardStep;
import javafx.scene.Parent;

/// Which table the rows come from.
public final class SourceController implements WizardStep {
  private final StepActions actions;
  private final SourceView view;

  public SourceController(DraftModel model, StepActions actions, Words words) {
    this.actions = actions;
    this.view = new SourceView(model, this, words);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void focusFirst() {
    view.focusFirst();
  }

  /// The person wants the table read now, even if it was read before.
  void onRead() {
    actions.lookAgain(Lookup.Topic.SOURCE);
  }
}
