package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// For each column that the table does not have, which one is to stand for it: in a window of its
/// own, so that any number of them moves nothing.
final class ColumnChoices {
  /// Pixels of lines before they are scrolled.
  private static final double MOST = 320;

  /// Pixels of a line, with the gap below it.
  private static final double LINE = 40;

  private final RecipeActions recipes;
  private final Words words;
  private final GridPane lines = new GridPane(12, 6);
  private final ScrollPane scroll = new ScrollPane(lines);
  private final PopOver window = new PopOver();
  private List<String> missing = List.of();
  private List<String> there = List.of();

  ColumnChoices(RecipeActions recipes, Words words) {
    this.recipes = recipes;
    this.words = words;
    lines.setId("wizard-recipe-mapping");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setMaxWidth(180);
    ColumnConstraints boxes = new ColumnConstraints(180);
    boxes.setHalignment(HPos.RIGHT);
    lines.getColumnConstraints().setAll(names, boxes);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("wizard-scroll");
    Label what = new Label(words.get("wizard.requests.choose-what"));
    what.getStyleClass().add("heading");
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    VBox all = new VBox(12, what, scroll);
    all.getStyleClass().add("studio-choices");
    all.setPrefWidth(420);
    window.setContentNode(all);
    window.setAnimated(false);
    window.setDetachable(false);
    window.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
  }

  void open(Node owner) {
    draw();
    // As high as its lines, and decided before it opens: it does not grow under the pointer.
    double high = Math.min(missing.size() * LINE, MOST);
    scroll.setPrefViewportHeight(high);
    scroll.setMinViewportHeight(high);
    window.show(owner);
    lines.getChildren().stream()
        .filter(ComboBox.class::isInstance)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /// A column that has found its place leaves the list; the last one closes it.
  void show(DraftState state) {
    List<String> lacking = RecipeActions.missing(state);
    there = state.table().map(info -> ColumnNames.of(info.schema())).orElse(List.of());
    if (!lacking.equals(missing)) {
      missing = lacking;
      if (window.isShowing()) {
        draw();
      }
    }
    if (missing.isEmpty()) {
      window.hide();
    }
  }

  /// Lines that stay are the same nodes as before, so that the focus stays as well.
  private void draw() {
    List<Node> gone = new ArrayList<>();
    for (Node node : lines.getChildren()) {
      if (!missing.contains(String.valueOf(node.getUserData()))) {
        gone.add(node);
      }
    }
    lines.getChildren().removeAll(gone);
    for (int i = 0; i < missing.size(); i++) {
      String name = missing.get(i);
      List<Node> here =
          lines.getChildren().stream().filter(n -> name.equals(n.getUserData())).toList();
      if (here.isEmpty()) {
        line(i, name);
      } else {
        int row = i;
        here.forEach(node -> GridPane.setRowIndex(node, row));
      }
    }
  }

  private void line(int row, String name) {
    Label label = new Label("{{" + name + "}}");
    label.getStyleClass().add("mono");
    label.setUserData(name);
    ComboBox<String> column = new ComboBox<>();
    column.setId("wizard-map-" + name);
    column.setUserData(name);
    SteadyWidth.ofFirst(column);
    column.setPromptText(words.get("wizard.recipe.choose"));
    column.setAccessibleText(words.get("wizard.recipe.map", name));
    column.setMaxWidth(Double.MAX_VALUE);
    column.setConverter(new WordsConverter<>(Function.identity()));
    column.getItems().setAll(there);
    LetterKeys.on(column);
    // Arrow keys pass over columns that are not meant: what counts is the one they end on.
    column
        .showingProperty()
        .subscribe((before, now) -> {
          if (before && !now && column.getValue() != null) {
            recipes.map(name, column.getValue());
          }
        });
    column
        .valueProperty()
        .subscribe((_, chosen) -> {
          if (chosen != null && !column.isShowing()) {
            recipes.map(name, chosen);
          }
        });
    lines.addRow(row, label, column);
  }
}
