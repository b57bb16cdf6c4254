package dev.pollux.ui.wizard;

import dev.pollux.prompt.ColumnNames;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.text.Words;
import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Recipes: the ones that come with Pollux, files, and a line for each column that the table lacks.
final class RecipeMenu {
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final MenuButton menu = new MenuButton();
  private final VBox mapping = new VBox(6);
  private final Label taken = new Label();
  private final HBox notice;
  private List<String> shown = List.of();

  RecipeMenu(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    menu.setId("wizard-recipes");
    menu.setText(words.get("wizard.recipe.menu"));
    controller.recipes().shipped().forEach(recipe -> menu.getItems().add(shipped(recipe)));
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().add(item("open", words.get("wizard.recipe.open"), this::open));
    menu.getItems().add(item("save", words.get("wizard.recipe.save"), this::save));
    mapping.setId("wizard-recipe-mapping");
    taken.setId("wizard-recipe-taken");
    taken.setWrapText(true);
    Button undo = new Button(words.get("wizard.recipe.undo"));
    undo.setId("wizard-recipe-undo");
    undo.getStyleClass().add("small");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.setOnAction(_ -> controller.recipes().undo());
    notice = new HBox(8, taken, undo);
    notice.setAlignment(Pos.CENTER_LEFT);
    notice.managedProperty().bind(notice.visibleProperty());
  }

  Node root() {
    return menu;
  }

  /// What the last recipe did, and the columns that it lacks.
  Node below() {
    VBox below = new VBox(6, notice, mapping);
    below.managedProperty().bind(notice.visibleProperty().or(mapping.visibleProperty()));
    return below;
  }

  void show() {
    notice.setVisible(model.replaced.get().isPresent());
    taken.setText(words.get("wizard.recipe.taken", model.recipe.get().name()));
    List<String> missing = controller.recipes().missing();
    mapping.setVisible(!missing.isEmpty());
    mapping.setManaged(!missing.isEmpty());
    if (!missing.equals(shown) || mapping.getChildren().size() != missing.size()) {
      shown = missing;
      mapping.getChildren().setAll(missing.stream().map(this::line).toList());
    }
  }

  private Node line(String name) {
    ComboBox<String> column = new ComboBox<>();
    column.setId("wizard-map-" + name);
    column.setPromptText(words.get("wizard.recipe.choose"));
    column.setAccessibleText(words.get("wizard.recipe.map", name));
    model.table.get().ifPresent(t -> column.getItems().setAll(ColumnNames.of(t.schema())));
    column.valueProperty().subscribe((_, chosen) -> controller.recipes().map(name, chosen));
    HBox line = new HBox(8, new Label(words.get("wizard.recipe.map", name)), column);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private MenuItem shipped(Recipe recipe) {
    String id = recipe.name().toLowerCase(java.util.Locale.ROOT);
    MenuItem item = item(id, words.get("wizard.recipe.shipped." + id), () -> take(recipe));
    item.setMnemonicParsing(false);
    return item;
  }

  private void take(Recipe recipe) {
    controller.recipes().take(recipe);
  }

  private static MenuItem item(String part, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("wizard-recipe-" + part);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private FileChooser chooser() {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                words.get("wizard.recipe.files"), "*" + RecipeJson.ENDING));
    return chooser;
  }

  private void open() {
    File file = chooser().showOpenDialog(menu.getScene().getWindow());
    if (file != null) {
      controller.recipes().open(file.toPath(), controller::say);
    }
  }

  private void save() {
    FileChooser chooser = chooser();
    chooser.setInitialFileName(words.get("wizard.recipe.file-name") + RecipeJson.ENDING);
    File file = chooser.showSaveDialog(menu.getScene().getWindow());
    if (file != null) {
      controller.recipes().save(file.toPath());
    }
  }
}
