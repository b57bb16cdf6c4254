package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.RecipeReader;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Opens and saves recipes; what goes wrong is said in the wizard.
final class RecipeActions {
  private final WizardModel model;
  private final Background background;
  private final Words words;
  private final Runnable edited;

  RecipeActions(WizardModel model, Background background, Words words, Runnable edited) {
    this.model = model;
    this.background = background;
    this.words = words;
    this.edited = edited;
  }

  List<Recipe> shipped() {
    return ShippedRecipes.all();
  }

  /// The recipe comes in the place of all that was asked; one click brings that back.
  void take(Recipe recipe) {
    Recipe before = model.recipe();
    model.take(recipe);
    model.replaced.set(Optional.of(before));
    edited.run();
  }

  void undo() {
    model.replaced.get().ifPresent(model::take);
    model.replaced.set(Optional.empty());
    edited.run();
  }

  void open(Path file, Function<dev.pollux.domain.Finding, String> say) {
    String name = String.valueOf(file.getFileName());
    background
        .task(_ -> read(file))
        .onSuccess(reading -> {
          reading.recipe().ifPresent(this::take);
          if (reading.recipe().isEmpty()) {
            String why = reading.findings().stream().map(say).collect(Collectors.joining(" "));
            model.error.set(words.get("wizard.recipe.refused", name, why));
          }
        })
        .onFailure(_ -> model.error.set(words.get("wizard.recipe.unread", name)))
        .start();
  }

  /// Not more than is read: a file of any size may have been dropped.
  private static RecipeReader.Reading read(Path file) throws IOException {
    long most = 4L * RecipeReader.MOST_CHARACTERS;
    return RecipeReader.read(
        Files.size(file) > most
            ? " ".repeat(RecipeReader.MOST_CHARACTERS + 1)
            : Files.readString(file));
  }

  void save(Path file) {
    String name = String.valueOf(file.getFileName());
    Path target = name.endsWith(".json") ? file : file.resolveSibling(name + RecipeJson.ENDING);
    String title = name.replaceAll("(\\.pollux)?(\\.json)?$", "");
    Recipe recipe = model.recipe();
    Recipe named = recipe.name().isEmpty() ? recipe.named(title) : recipe;
    model.recipe.set(named);
    background
        .task(_ -> Files.writeString(target, RecipeJson.write(named)))
        .onSuccess(_ -> {})
        .onFailure(_ -> model.error.set(words.get("wizard.recipe.unsaved", name)))
        .start();
  }

  /// The columns of the prompt that the table does not have.
  List<String> missing() {
    return model
        .table
        .get()
        .filter(_ -> model.template.get())
        .map(info -> model.recipe().missing(info.schema()))
        .orElse(List.of());
  }

  /// Another column stands for one that the table does not have.
  void map(String name, String column) {
    model.take(model.recipe().mapped(Map.of(name, column)));
    edited.run();
  }
}
