package dev.pollux.ui.wizard.requests;

import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Recipes: the ones that come with Pollux, and files.
final class RecipeMenu {
  private final RecipeActions recipes;
  private final Words words;
  private final MenuButton menu = new MenuButton();
  private Optional<File> folder = Optional.empty();

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
    return item(
        id,
        words.get("wizard.recipe.shipped." + id),
        () -> recipes.take(recipe, words.get("wizard.recipe.name." + id)));
  }

  private static MenuItem item(String part, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("wizard-recipe-" + part);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// @param endings which files are listed
  private FileChooser chooser(String title, String... endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(words.get("wizard.recipe.files"), endings));
    return chooser;
  }

  /// Any JSON may be a recipe that somebody has named in another way.
  private void open() {
    FileChooser chooser =
        chooser(words.get("wizard.recipe.open-title"), "*" + RecipeJson.ENDING, "*.json");
    take(chooser.showOpenDialog(menu.getScene().getWindow()), recipes::open);
  }

  private void save() {
    FileChooser chooser = chooser(words.get("wizard.recipe.save-title"), "*" + RecipeJson.ENDING);
    chooser.setInitialFileName(words.get("wizard.recipe.file-name") + RecipeJson.ENDING);
    take(chooser.showSaveDialog(menu.getScene().getWindow()), recipes::save);
  }

  /// The next dialog begins where this file is.
  private void take(@Nullable File file, Consumer<Path> action) {
    if (file != null) {
      folder = Optional.ofNullable(file.getParentFile());
      action.accept(file.toPath());
    }
  }
}
