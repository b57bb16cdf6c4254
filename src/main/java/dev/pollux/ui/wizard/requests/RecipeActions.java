package dev.pollux.ui.wizard.requests;

import dev.pollux.background.Background;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.Draft;
import dev.pollux.draft.state.DraftState;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeChanges;
import dev.pollux.recipe.RecipeFile;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Opens and saves recipes; what goes wrong is said in the wizard.
final class RecipeActions {
  private final DraftModel model;
  private final RequestsModel screen;
  private final StepActions actions;
  private final Background background;
  private final Words words;

  RecipeActions(
      DraftModel model,
      RequestsModel screen,
      StepActions actions,
      Background background,
      Words words) {
    this.model = model;
    this.screen = screen;
    this.actions = actions;
    this.background = background;
    this.words = words;
  }

  List<Recipe> shipped() {
    return ShippedRecipes.all();
  }

  /// The recipe comes in the place of all that was asked, as one step of undo; a notice says what
  /// it has changed.
  void take(Recipe recipe) {
    take(recipe, recipe.name());
  }

  /// @param called what it is called in the language of the person
  void take(Recipe recipe, String called) {
    Draft before = model.draft();
    model.edit("", draft -> draft.taking(recipe));
    String changes =
        ChangedParts.between(before, model.draft()).stream()
            .map(part -> words.get("wizard.recipe.part." + part))
            .collect(Collectors.joining(", "));
    String parts =
        changes.isEmpty()
            ? words.get("wizard.recipe.same", called)
            : words.get("wizard.recipe.taken", called, changes);
    screen.notice(Optional.of(notice(parts, RecipeChanges.of(before.asked(), recipe))));
  }

  /// What guards less or sends more comes first: it stands where a person may not look.
  private RequestsModel.Notice notice(String parts, List<Finding> changes) {
    List<Finding> warnings = changes.stream().filter(f -> f.level() != Severity.OK).toList();
    List<Finding> others = changes.stream().filter(f -> f.level() == Severity.OK).toList();
    List<String> full = new ArrayList<>(List.of(parts));
    Stream.concat(warnings.stream(), others.stream()).map(actions::say).forEach(full::add);
    List<String> shown = new ArrayList<>(warnings.stream().map(actions::say).toList());
    shown.add(parts);
    others.stream().map(actions::say).forEach(shown::add);
    return new RequestsModel.Notice(
        String.join(" ", shown), String.join("\n", full), !warnings.isEmpty(), true, model.draft());
  }

  void undo() {
    screen.notice(Optional.empty());
    model.undo();
  }

  void open(Path file) {
    String name = String.valueOf(file.getFileName());
    background
        .task(_ -> RecipeFile.read(file))
        .onSuccess(reading -> {
          String why =
              reading.findings().stream().map(actions::say).collect(Collectors.joining(" "));
          reading.recipe().ifPresent(this::take);
          actions.tell(
              reading.recipe().isPresent() ? "" : words.get("wizard.recipe.refused", name, why));
        })
        .onFailure(_ -> actions.tell(words.get("wizard.recipe.unread", name)))
        .start();
  }

  void save(Path file) {
    String name = String.valueOf(file.getFileName());
    // A dialog that selects the name without its last ending leaves a half of ours: what is saved
    // is found again, and opened by a double click, by the whole of it.
    String title = name.replaceAll("(\\.pollux)?(\\.json)?$", "");
    Path target =
        name.endsWith(RecipeJson.ENDING) ? file : file.resolveSibling(title + RecipeJson.ENDING);
    if (!target.equals(file) && Files.exists(target)) {
      // The person was asked about the name without the ending.
      actions.tell(words.get("wizard.recipe.there", String.valueOf(target.getFileName())));
      return;
    }
    Recipe recipe = model.draft().asked();
    Recipe named = recipe.name().isEmpty() ? recipe.named(title) : recipe;
    model.edit("", draft -> draft.withAsked(named));
    background
        .task(_ -> {
          RecipeFile.write(target, named);
          return target;
        })
        .onSuccess(this::onSaved)
        .onFailure(_ -> actions.tell(words.get("wizard.recipe.unsaved", name)))
        .start();
  }

  private void onSaved(Path file) {
    actions.tell("");
    String said = words.get("wizard.recipe.saved", String.valueOf(file.getFileName()));
    screen.notice(
        Optional.of(new RequestsModel.Notice(said, file.toString(), false, false, model.draft())));
  }

  /// The columns that are asked about and that the table does not have.
  static List<String> missing(DraftState state) {
    return state
        .table()
        .filter(_ -> !state.ownRequests())
        .map(TableInfo::schema)
        .map(state.draft().asked()::missing)
        .orElse(List.of());
  }

  /// Another column stands for one that the table does not have.
  void map(String name, String column) {
    model.edit("", draft -> draft.withAsked(draft.asked().mapped(Map.of(name, column))));
  }
}
