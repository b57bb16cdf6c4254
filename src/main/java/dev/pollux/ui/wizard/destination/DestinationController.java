package dev.pollux.ui.wizard.destination;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.WizardStep;
import java.util.Optional;
import javafx.scene.Parent;

/// Where the answers go, and where the job runs.
public final class DestinationController implements WizardStep {
  private final DraftModel model;
  private final DestinationView view;

  public DestinationController(DraftModel model, Words words) {
    this.model = model;
    this.view = new DestinationView(model, this, words);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void focusFirst() {
    view.focusFirst();
  }

  void onDataset(Dataset chosen) {
    model.edit("", draft -> draft.withTarget(to -> to.withDataset(chosen.ref().toString())));
  }

  /// What is proposed stays a proposal, which may still change with the model.
  void onLocation(Location chosen) {
    if (!Optional.of(chosen).equals(model.now().jobLocation())) {
      model.edit("", draft -> draft.withTarget(to -> to.withLocation(Optional.of(chosen))));
    }
  }
}
