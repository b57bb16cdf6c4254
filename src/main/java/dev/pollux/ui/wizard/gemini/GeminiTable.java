package dev.pollux.ui.wizard.gemini;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The list of models. Arrows and letters choose; what is chosen is the draft's model.
final class GeminiTable {
  private static final double ROW = 28;
  private static final double HEADER = 34;
  private static final double WIDE = 745;
  private final GeminiStepController controller;
  private final Words words;
  private final TableView<GeminiLine> table = new TableView<>();
  private @Nullable Source shown;
  private boolean showing;

  /// What the lines follow from: they are put into words anew only when it changes.
  private record Source(
      List<ModelInfo> offered, boolean listed, LocalDate today, Optional<Location> at) {
    static Source of(DraftState state) {
      return new Source(
          GeminiLine.offered(state),
          !state.listedModels().isEmpty(),
          state.context().today(),
          state.jobLocation());
    }
  }

  GeminiTable(GeminiStepController controller, Words words) {
    this.controller = controller;
    this.words = words;
    table.setId("wizard-model-list");
    table.getStyleClass().add("gemini-models");
    table.setAccessibleText(words.get("wizard.model.question"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setMinHeight(HEADER + 5 * ROW);
    table.setPrefHeight(HEADER + 8 * ROW);
    column("wizard.model.title", 204, GeminiLine::title);
    column("wizard.model.state", 132, GeminiLine::state);
    TableColumn<GeminiLine, String> reads = column("wizard.model.context", 60, GeminiLine::reads);
    TableColumn<GeminiLine, String> price = column("wizard.model.price", 130, GeminiLine::price);
    TableColumn<GeminiLine, String> good = column("wizard.model.good", 200, GeminiLine::goodFor);
    List.of(reads, price).forEach(figures -> figures.getStyleClass().add("number-cell"));
    List.of(reads, good)
        .forEach(more -> more.visibleProperty().bind(table.widthProperty().greaterThan(WIDE)));
    table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    table.addEventHandler(KeyEvent.KEY_TYPED, event -> controller.onLetter(event.getCharacter()));
  }

  private TableColumn<GeminiLine, String> column(
      String key, double width, Function<GeminiLine, String> text) {
    TableColumn<GeminiLine, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    table.getColumns().add(column);
    return column;
  }

  TableView<GeminiLine> root() {
    return table;
  }

  private void onSelected(GeminiLine line) {
    if (line != null && !showing) {
      controller.onModel(line.id());
    }
  }

  void show(DraftState state) {
    showing = true;
    try {
      Source now = Source.of(state);
      if (!now.equals(shown)) {
        shown = now;
        table.getItems().setAll(GeminiLine.of(state, words));
      }
      select(state.model().map(GeminiModel::id).orElse(""));
    } finally {
      showing = false;
    }
  }

  private void select(String id) {
    GeminiLine selected = table.getSelectionModel().getSelectedItem();
    if (selected != null && selected.id().equals(id)) {
      return;
    }
    table.getSelectionModel().clearSelection();
    table.getItems().stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .ifPresent(line -> {
          table.getSelectionModel().select(line);
          table.scrollTo(line);
        });
  }
}
