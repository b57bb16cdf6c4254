package dev.pollux.ui.wizard.requests;

import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.text.Words;
import java.io.File;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/// Recipes: the ones that come with Pollux, and files.
final class RecipeMenu {
  private final RecipeActions recipes;
  private final Words words;
  private final MenuButton menu = new MenuButton();

  RecipeMenu(RecipeActions recipes, Words words) {
    this.recipes = recipes;
    this.words = words;
    menu.setId("wizard-recipes");
    menu.setText(words.get("wizard.recipe.menu"));
    menu.getStyleClass().add("compact");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    recipes.shipped().forEach(recipe -> menu.getItems().add(shipped(recipe)));
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().add(item("open", words.get("wizard.recipe.open"), this::open));
    menu.getItems().add(item("save", words.get("wizard.recipe.save"), this::save));
  }

  Node root() {
    return menu;
  }

  private MenuItem shipped(Recipe recipe) {
    String id = recipe.name().toLowerCase(Locale.ROOT);
    return item(id, words.get("wizard.recipe.shipped." + id), () -> recipes.take(recipe));
  }

  private static MenuItem item(String part, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("wizard-recipe-" + part);
    item.setMnemonicParsing(false);
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
      recipes.open(file.toPath());
    }
  }

  private void save() {
    FileChooser chooser = chooser();
    chooser.setInitialFileName(words.get("wizard.recipe.file-name") + RecipeJson.ENDING);
    File file = chooser.showSaveDialog(menu.getScene().getWindow());
    if (file != null) {
      recipes.save(file.toPath());
    }
  }
}
