package dev.pollux.app;

import dev.pollux.recipe.RecipeJson;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;

/// Recipes that are dropped anywhere on the window are opened; other files are not taken.
final class RecipeDrop {
  private RecipeDrop() {}

  static void accept(Scene scene, Consumer<Path> open) {
    scene.setOnDragOver(event -> {
      if (recipe(event.getDragboard().getFiles()).isPresent()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    scene.setOnDragDropped(event -> {
      Optional<Path> file = recipe(event.getDragboard().getFiles());
      file.ifPresent(open);
      event.setDropCompleted(file.isPresent());
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
}
