package dev.pollux.ui.wizard;

import dev.pollux.domain.ModelInfo;
import dev.pollux.text.Words;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which model: one of the list, or any resource name.
final class ModelStep extends StepView {
  private final Words words;
  private final WizardModel model;
  private final TextField name = new TextField();
  private final TableView<ModelInfo> list = new TableView<>();

  ModelStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.model.question"), words.get("wizard.model.sentence"));
    this.words = words;
    this.model = model;
    name.setId("wizard-model-name");
    name.setPromptText("gemini-… , projects/…/locations/…/models/…");
    name.textProperty().bindBidirectional(model.model);
    name.textProperty().subscribe(_ -> controller.onEdited());
    list.setId("wizard-model-list");
    list.setItems(model.models);
    list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("wizard.model.title", 190, ModelInfo::title);
    column("wizard.model.state", 110, m -> words.get("wizard.stage." + m.stage().name()));
    column("wizard.model.context", 110, this::context);
    column("wizard.model.good", 320, m -> words.get("wizard.good." + m.goodFor()));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            model.model.set(chosen.model().id());
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    add(list, caption(words.get("wizard.model.any")), name);
  }

  private void column(
      String key, double width, java.util.function.Function<ModelInfo, String> text) {
    TableColumn<ModelInfo, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    list.getColumns().add(column);
  }

  private String context(ModelInfo info) {
    return info.contextTokens() == 0 ? "–" : words.get("wizard.model.tokens", info.contextTokens());
  }

  @Override
  Node firstField() {
    return name;
  }

  @Override
  void show() {
    String id = model.geminiModel().map(m -> m.id()).orElse("");
    ModelInfo selected = list.getSelectionModel().getSelectedItem();
    if (selected != null && Objects.equals(selected.model().id(), id)) {
      return;
    }
    list.getSelectionModel().clearSelection();
    model.models.stream()
        .filter(m -> m.model().id().equals(id))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
  }
}
