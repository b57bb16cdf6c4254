package dev.pollux.ui.wizard.destination;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.check.DestinationCheck;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.SearchBox;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import dev.pollux.ui.wizard.step.StepView;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// The dataset, the table's name, and the location of the job.
final class DestinationView extends StepView {
  private final SearchBox<Dataset> dataset;
  private final TextField table = new TextField();
  private final DraftText tableName;
  private final ComboBox<Location> location = new ComboBox<>();
  private final Label uri = new Label();
  private boolean showing;

  DestinationView(DraftModel model, DestinationController controller, Words words) {
    super(
        model, words.get("wizard.destination.question"), words.get("wizard.destination.sentence"));
    dataset = new SearchBox<>(words);
    dataset.setId("wizard-dataset");
    dataset.setAccessibleText(words.get("wizard.destination.dataset"));
    dataset.setMaxWidth(Double.MAX_VALUE);
    dataset.setConverter(
        new WordsConverter<>(
            d -> words.get("wizard.destination.dataset-at", d.ref().dataset(), d.location().id())));
    onChosen(dataset, controller::onDataset);
    table.setId("wizard-table-name");
    table.setAccessibleText(words.get("wizard.destination.table"));
    tableName =
        DraftText.bind(
            table,
            model,
            "table",
            state -> state.target().typedTable(),
            state -> state.target().tableName(),
            (draft, name) -> draft.withTarget(to -> to.withTable(name, about())));
    location.setId("wizard-location");
    location.setAccessibleText(words.get("wizard.destination.location"));
    location.setMaxWidth(Double.MAX_VALUE);
    location.setConverter(
        new WordsConverter<>(l -> l.isGlobal() ? words.get("wizard.destination.global") : l.id()));
    onChosen(location, controller::onLocation);
    uri.getStyleClass().addAll("mono", "quiet");
    uri.setId("wizard-destination-uri");
    add(
        caption(words.get("wizard.destination.dataset")),
        dataset,
        caption(words.get("wizard.destination.table")),
        table,
        caption(words.get("wizard.destination.location")),
        location,
        uri);
  }

  private String about() {
    return model().now().sourceRef().map(TableRef::toString).orElse("");
  }

  /// Hears what a person chose, not what is shown.
  private <T> void onChosen(ComboBox<T> box, Consumer<T> action) {
    box.valueProperty()
        .subscribe(chosen -> {
          if (chosen != null && !showing) {
            action.accept(chosen);
          }
        });
  }

  void focusFirst() {
    (model().now().dataset().isEmpty() ? dataset : table).requestFocus();
  }

  @Override
  protected void show(DraftState state) {
    showing = true;
    try {
      dataset.offer(state.target().datasets());
      dataset.setValue(state.dataset().orElse(null));
      List<Location> places = locations(state);
      if (!location.getItems().equals(places)) {
        location.getItems().setAll(places);
      }
      location.setValue(
          state.jobLocation().filter(at -> location.getItems().contains(at)).orElse(null));
    } finally {
      showing = false;
    }
    tableName.show(state);
    uri.setText(
        state.dataset().map(d -> "bq://" + d.ref() + "." + state.target().tableName()).orElse(""));
  }

  private static List<Location> locations(DraftState state) {
    return state
        .region()
        .flatMap(at -> state.model().map(m -> DestinationCheck.jobLocations(at, m)))
        .orElse(List.of());
  }
}
