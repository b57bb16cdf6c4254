package dev.pollux.app.window;

import dev.pollux.imports.ImportFormat;
import dev.pollux.recipe.RecipeJson;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;

/// Files that are dropped anywhere on the window: recipes are opened, files with rows are looked
/// into so that they can become tables, and others are not taken.
public final class FileDrop {
  private FileDrop() {}

  public static void accept(Scene scene, Consumer<Path> recipe, Consumer<Path> rows) {
    scene.setOnDragOver(event -> {
      List<File> files = event.getDragboard().getFiles();
      if (recipe(files).isPresent() || rows(files).isPresent()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    scene.setOnDragDropped(event -> {
      List<File> files = event.getDragboard().getFiles();
      recipe(files).ifPresentOrElse(recipe, () -> rows(files).ifPresent(rows));
      event.setDropCompleted(recipe(files).isPresent() || rows(files).isPresent());
      event.consume();
    });
  }

  /// The first of the files that is a recipe by its name.
  static Optional<Path> recipe(List<File> files) {
    return files.stream()
        .filter(file -> file.getName().endsWith(RecipeJson.ENDING))
        .map(File::toPath)
        .findFirst();
  }

  /// The first of the files that can become a table, by its name.
  static Optional<Path> rows(List<File> files) {
    return files.stream()
        .map(File::toPath)
        .filter(file -> ImportFormat.of(file).isPresent())
        .findFirst();
  }
}
