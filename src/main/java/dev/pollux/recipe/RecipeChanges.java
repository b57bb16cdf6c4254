package dev.pollux.recipe;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.check.RequestLabels;
import dev.pollux.prompt.rows.RowChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What a recipe changes beside prompt, answer, model and settings, which stand on the screen: a
/// person may not look where it does. For the notice that a recipe was opened.
public final class RecipeChanges {
  private final List<Finding> found = new ArrayList<>();

  private RecipeChanges() {}

  /// One finding for each thing that changed: a warning where the change sends more or guards less,
  /// OK for the others. None where nothing changed.
  ///
  /// @param before what was asked until now
  public static List<Finding> of(Recipe before, Recipe after) {
    RecipeChanges changes = new RecipeChanges();
    changes.guard(before.spec(), after.spec());
    changes.rows(before.rows(), after.rows());
    changes.columns(before.spec(), after.spec());
    changes.files(before.spec(), after.spec());
    changes.labels(before.spec(), after.spec());
    return List.copyOf(changes.found);
  }

  private void guard(RequestSpec before, RequestSpec after) {
    if (before.guarded() != after.guarded()) {
      found.add(
          after.guarded()
              ? Finding.ok("recipe.changes.guard-on")
              : Finding.warning("recipe.changes.guard-off"));
    }
  }

  private void rows(RowChoice before, RowChoice after) {
    if (!before.conditions().equals(after.conditions())) {
      found.add(
          after.conditions().isEmpty()
              ? Finding.warning("recipe.changes.no-conditions")
              : Finding.ok("recipe.changes.conditions", after.conditions().size()));
    }
    boolean same =
        before.limit().equals(after.limit())
            && before.random() == after.random()
            && before.seed().equals(after.seed());
    if (!same) {
      found.add(
          after.limit().isEmpty()
              ? Finding.warning("recipe.changes.no-limit")
              : Finding.ok(
                  after.random() ? "recipe.changes.sample" : "recipe.changes.limit",
                  after.limit().getAsLong()));
    }
  }

  private void columns(RequestSpec before, RequestSpec after) {
    if (!before.columns().equals(after.columns())) {
      found.add(
          after.columns().isEmpty()
              ? Finding.ok("recipe.changes.no-columns")
              : Finding.ok(
                  "recipe.changes.columns",
                  String.join(", ", new TreeSet<>(after.columns().keySet()))));
    }
  }

  private void files(RequestSpec before, RequestSpec after) {
    if (!before.files().equals(after.files())) {
      found.add(
          after.files().isEmpty()
              ? Finding.ok("recipe.changes.no-files")
              : Finding.warning(
                  "recipe.changes.files",
                  String.join(", ", after.files().stream().map(FilePart::column).toList())));
    }
  }

  private void labels(RequestSpec before, RequestSpec after) {
    if (!before.labels().equals(after.labels())) {
      found.add(
          after.labels().isEmpty()
              ? Finding.ok("recipe.changes.no-labels")
              : Finding.ok("recipe.changes.labels", RequestLabels.text(after.labels())));
    }
  }
}
