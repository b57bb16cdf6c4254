package dev.pollux.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.FindingWords;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a recipe changes where a person may not look is said.
class RecipeChangesTest {
  private static final Recipe PLAIN =
      Recipe.of(RequestSpec.of("{{text}}", "").withGuard(true), "", RowChoice.ALL);
  private static final RowChoice SOME =
      new RowChoice(
          List.of(new RowChoice.Condition("year", RowChoice.Operator.AT_LEAST, "1900")),
          OptionalLong.of(20),
          true,
          "x");
  private static final Recipe FULL =
      Recipe.of(
          RequestSpec.of("{{text}}", "")
              .withGuard(false)
              .withColumns(
                  Map.of(
                      "text", new ColumnUse(new ColumnUse.WhenNull.SkipRow(), OptionalInt.of(9))))
              .withFiles(List.of(new FilePart("uri", new FilePart.MimeType.FromName())))
              .withLabels(Map.of("team", "a")),
          "gemini-2.5-flash",
          SOME);

  @Test
  void everythingThatIsTakenIsNamed() {
    assertThat(said(PLAIN, FULL))
        .containsExactly(
            "WARNING recipe.changes.guard-off []",
            "OK recipe.changes.conditions [1]",
            "OK recipe.changes.sample [20]",
            "OK recipe.changes.columns [text]",
            "WARNING recipe.changes.files [uri]",
            "OK recipe.changes.labels [team=a]");
  }

  @Test
  void everythingThatIsDroppedIsNamed() {
    assertThat(said(FULL, PLAIN))
        .containsExactly(
            "OK recipe.changes.guard-on []",
            "WARNING recipe.changes.no-conditions []",
            "WARNING recipe.changes.no-limit []",
            "OK recipe.changes.no-columns []",
            "OK recipe.changes.no-files []",
            "OK recipe.changes.no-labels []");
  }

  /// Two recipes that differ only in what the notice names anyway have no changes; all others have.
  @Test
  void nothingIsLeftOut() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 2_000; i++) {
      Recipe before = RecipeTest.random(random);
      Recipe after = RecipeTest.random(random);
      assertThat(RecipeChanges.of(before, before)).isEmpty();
      assertThat(RecipeChanges.of(before, after).isEmpty()).isEqualTo(isVisible(before, after));
      RecipeChanges.of(before, after).forEach(finding -> assertThat(finding.stops()).isFalse());
    }
  }

  /// `after` with prompt, answer, model and settings of `before` is `before`.
  private static boolean isVisible(Recipe before, Recipe after) {
    RequestSpec visible =
        new RequestSpec(
            before.spec().template(),
            before.spec().system(),
            after.spec().columns(),
            after.spec().files(),
            after.spec().guarded(),
            before.spec().answer(),
            before.spec().settings(),
            after.spec().labels());
    return visible.equals(before.spec()) && after.rows().equals(before.rows());
  }

  private static List<String> said(Recipe before, Recipe after) {
    List<Finding> found = RecipeChanges.of(before, after);
    found.forEach(FindingWords::hasWords);
    assertThat(found).noneMatch(finding -> finding.level() == Severity.STOP);
    return found.stream().map(f -> f.level() + " " + f.code() + " " + f.args()).toList();
  }
}
