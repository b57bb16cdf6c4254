package dev.pollux.ui.wizard;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.DestinationCheck;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Where the answers go, and where the job runs.
final class DestinationStep extends StepView {
  private final WizardModel model;
  private final ComboBox<Dataset> dataset = new ComboBox<>();
  private final TextField table = new TextField();
  private final ComboBox<Location> location = new ComboBox<>();
  private final Label uri = new Label();

  DestinationStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.destination.question"), words.get("wizard.destination.sentence"));
    this.model = model;
    dataset.setId("wizard-dataset");
    dataset.setItems(model.datasets);
    dataset.setMaxWidth(Double.MAX_VALUE);
    dataset.setConverter(
        new WordsConverter<>(
            d -> words.get("wizard.destination.dataset-at", d.ref().dataset(), d.location().id())));
    dataset
        .valueProperty()
        .subscribe(chosen -> {
          model.dataset.set(Optional.ofNullable(chosen));
          controller.onDestination();
        });
    table.setId("wizard-table-name");
    table.textProperty().bindBidirectional(model.tableName);
    table.textProperty().subscribe(_ -> controller.onDestination());
    location.setId("wizard-location");
    location.setMaxWidth(Double.MAX_VALUE);
    location.setConverter(
        new WordsConverter<>(l -> l.isGlobal() ? words.get("wizard.destination.global") : l.id()));
    location
        .valueProperty()
        .subscribe(chosen -> {
          // What is only proposed may still change with the model.
          if (chosen != null && !Optional.of(chosen).equals(model.jobLocation())) {
            model.location.set(Optional.of(chosen));
            controller.onEdited();
          }
        });
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

  @Override
  Node firstField() {
    return model.dataset.get().isEmpty() ? dataset : table;
  }

  @Override
  void show() {
    model.dataset.get().ifPresent(dataset::setValue);
    List<Location> possible =
        model
            .table
            .get()
            .map(TableInfo::location)
            .flatMap(at -> model.geminiModel().map(m -> DestinationCheck.jobLocations(at, m)))
            .orElse(List.of());
    if (!location.getItems().equals(possible)) {
      location.getItems().setAll(possible);
    }
    model
        .jobLocation()
        .filter(at -> possible.contains(at) && !at.equals(location.getValue()))
        .ifPresent(location::setValue);
    uri.setText(
        model
            .dataset
            .get()
            .map(d -> "bq://" + d.ref() + "." + model.tableName.get().strip())
            .orElse(""));
  }
}
