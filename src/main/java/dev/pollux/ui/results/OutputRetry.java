package dev.pollux.ui.results;

import dev.pollux.ledger.Retries;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.retry.RetryFlow;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.stage.Window;

/// Asks again what failed of the output that is shown.
final class OutputRetry {
  private final RetryFlow flow;
  private final ResultsModel model;
  private final Supplier<Parent> screen;
  private final Navigation navigation;

  OutputRetry(RetryFlow flow, ResultsModel model, Supplier<Parent> screen, Navigation navigation) {
    this.flow = flow;
    this.model = model;
    this.screen = screen;
    this.navigation = navigation;
  }

  /// Asks again what failed: the rows of one kind, or all that another attempt may answer.
  void onRetry(Set<RowFate> fates) {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      output
          .run()
          .ifPresent(
              run -> flow.ask(asker(output), run.id(), fates.isEmpty() ? Retries.USUAL : fates));
    }
  }

  private RetryFlow.Asker asker(ResultsModel.Shown.Output asked) {
    return new RetryFlow.Asker() {
      @Override
      public boolean inFront() {
        return screen.get().getScene() != null
            && model.shown().get() instanceof ResultsModel.Shown.Output output
            && output.job().name().equals(asked.job().name());
      }

      @Override
      public Window window() {
        return screen.get().getScene().getWindow();
      }

      @Override
      public void sending() {
        asked.run().map(LedgerRun::id).ifPresent(navigation::showRun);
      }
    };
  }

  /// How far a retry of what is shown is.
  ObservableValue<Optional<RetryFlow.Phase>> retrying() {
    return Bindings.createObjectBinding(
        () ->
            model.shown().get() instanceof ResultsModel.Shown.Output output
                ? output.run().map(run -> flow.underWay().get().get(run.id()))
                : Optional.empty(),
        model.shown(),
        flow.underWay());
  }
}
