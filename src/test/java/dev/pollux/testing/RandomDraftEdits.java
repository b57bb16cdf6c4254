package dev.pollux.testing;

import dev.pollux.domain.Location;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Draft;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.recipe.ShippedRecipes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Edits of a draft as a restless person makes them, good ones and bad ones.
public final class RandomDraftEdits {
  private final RandomGenerator random;
  private final List<String> tables;

  /// @param tables names that may be chosen as the source
  public RandomDraftEdits(RandomGenerator random, List<String> tables) {
    this.random = random;
    this.tables = List.copyOf(tables);
  }

  public UnaryOperator<Draft> next() {
    return switch (random.nextInt(14)) {
      case 0 -> draft -> draft.withSource(any(tables));
      case 1, 2, 3 -> {
        String text =
            any(
                List.of(
                    "",
                    "What is {{text}} about?",
                    "What is {{text} about?",
                    "What is {{txt}} about?",
                    "Sort {{text}} of {{year}}."));
        yield draft -> draft.withSpec(spec -> spec.withTemplate(Template.parse(text)));
      }
      case 4 -> {
        RowChoice choice = any(choices());
        yield draft -> draft.withRows(choice);
      }
      case 5 -> {
        String model =
            any(List.of("", "gemini-2.5-flash", "gemini-nonsense", "gemini-2.5-pro", "?"));
        yield draft -> draft.withModel(model);
      }
      case 6 -> {
        String name = any(List.of("", "answers", "taken", "bad name!", "x".repeat(2_000)));
        yield draft -> draft.withTarget(to -> to.withTable(name));
      }
      case 7 -> {
        String dataset = any(List.of("", "pollux-sandbox.mine", "pollux-sandbox.gone"));
        yield draft -> draft.withTarget(to -> to.withDataset(dataset));
      }
      case 8 -> {
        Optional<Location> at =
            any(
                List.of(
                    Optional.empty(),
                    Optional.of(Location.GLOBAL),
                    Optional.of(new Location("europe-west4"))));
        yield draft -> draft.withTarget(to -> to.withLocation(at));
      }
      case 9 -> {
        String title = any(List.of("", "a job", "t".repeat(129)));
        yield draft -> draft.withTitle(title);
      }
      case 10 -> {
        String labels = any(List.of("", "team=press", "team", "Ä=1"));
        yield draft -> draft.withLabels(labels);
      }
      case 11 -> {
        Optional<Boolean> own =
            any(List.of(Optional.empty(), Optional.of(true), Optional.of(false)));
        yield draft -> draft.withOwnRequests(own);
      }
      case 12 -> {
        Optional<AnswerSchema> schema = any(schemas());
        yield draft -> draft.withSpec(spec -> spec.withAnswer(schema));
      }
      default ->
          random.nextBoolean()
              ? draft -> draft.taking(any(ShippedRecipes.all()))
              : draft -> draft.withConsent(Consent::withPaidLookups);
    };
  }

  private static List<RowChoice> choices() {
    return List.of(
        RowChoice.ALL,
        new RowChoice(List.of(), OptionalLong.of(5), false, ""),
        new RowChoice(
            List.of(new RowChoice.Condition("year", RowChoice.Operator.IS_NOT_NULL, "")),
            OptionalLong.empty(),
            false,
            ""),
        new RowChoice(
            List.of(new RowChoice.Condition("nothing", RowChoice.Operator.IS_NOT_NULL, "")),
            OptionalLong.empty(),
            false,
            ""));
  }

  private static List<Optional<AnswerSchema>> schemas() {
    return List.of(
        Optional.empty(),
        Optional.of(
            new AnswerSchema(
                List.of(
                    new AnswerSchema.Member("subject", new AnswerSchema.Type.Text(), "", true)))),
        Optional.of(
            new AnswerSchema(
                List.of(new AnswerSchema.Member("", new AnswerSchema.Type.Text(), "", true)))));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
