package dev.pollux.cli.draft;

import dev.pollux.cli.CommandFailure;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.FindingText;
import dev.pollux.cli.LocationConverter;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Location;
import dev.pollux.draft.Draft;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeFile;
import dev.pollux.recipe.RecipeReader;
import dev.pollux.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a person decides about a job on the command line: the same draft as in the wizard comes of
/// it.
public final class JobOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "RECIPE",
      description =
          "What is asked: a file RECIPE.pollux.json. Without it the requests of the table's own"
              + " column `request` are sent as they are.")
  private @Nullable Path recipe;

  @Option(
      names = "--table",
      required = true,
      paramLabel = "P.D.T",
      converter = TableName.class,
      description =
          "The table of the rows: project.dataset.table, or dataset.table of your project.")
  private @Nullable String table;

  @Option(
      names = "--to",
      paramLabel = "P.D.T",
      converter = TableName.class,
      description = "Where the answers go. Default: as the window proposes it.")
  private @Nullable String to;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      converter = WhereCondition.class,
      description =
          "Only rows that meet it: \"year >= 1900\", \"party is not null\", \"text contains war\"."
              + " May be given several times: all of them, and those of the recipe.")
  private List<RowChoice.Condition> where = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many rows. Default: as the recipe says.")
  private @Nullable Long limit;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "The model. Default: the recipe's, else as the window proposes it.")
  private @Nullable String model;

  @Option(
      names = "--location",
      paramLabel = "L",
      converter = LocationConverter.class,
      description = "Where the job runs. Default: where it reads and the model is served.")
  private @Nullable Location location;

  @Option(
      names = "--cap",
      paramLabel = "USD",
      converter = UsdAmount.class,
      description =
          "What the job may cost at most, by the upper end of the estimate. Default, and the most"
              + " that it can be: the limit that was set in the window.")
  private @Nullable Double cap;

  /// What is decided, nothing of it looked up.
  ///
  /// @param notes takes what of the recipe is not sent as it stands there
  /// @throws CommandFailure when the recipe is none, or rows are chosen of a table whose own
  ///   requests are all sent
  public Draft read(Words words, Consumer<String> notes) throws CommandFailure {
    if (recipe == null && (limit != null || !where.isEmpty())) {
      throw new CommandFailure(words.get("cli.check.own-rows"));
    }
    Draft about = Draft.EMPTY.withSource(Objects.requireNonNull(table));
    return chosen(
        recipe == null
            ? about.withOwnRequests(Optional.of(true))
            : about.taking(read(recipe, words, notes)));
  }

  private static Recipe read(Path file, Words words, Consumer<String> notes) throws CommandFailure {
    RecipeReader.Reading reading = RecipeFile.read(file);
    List<String> said = reading.findings().stream().map(new FindingText(words)::say).toList();
    if (reading.recipe().isEmpty()) {
      throw new CommandFailure(
          words.get("cli.check.refused", file.toString(), String.join(" ", said)));
    }
    said.forEach(note -> notes.accept(words.get("cli.check.note", file.toString(), note)));
    return reading.recipe().get();
  }

  private Draft chosen(Draft asked) {
    Draft draft = asked;
    RowChoice rows = draft.rows();
    draft =
        draft.withRows(
            new RowChoice(
                Stream.concat(rows.conditions().stream(), where.stream()).toList(),
                limit == null ? rows.limit() : OptionalLong.of(limit),
                rows.random(),
                rows.seed()));
    if (model != null) {
      draft = draft.withModel(model);
    }
    return draft.withTarget(target ->
        target
            .withTable(Objects.requireNonNullElse(to, target.table()))
            .withLocation(Optional.ofNullable(location).or(target::location)));
  }

  /// Money is spent below a cap that is known, or given here.
  ///
  /// @throws CommandFailure when nobody knows whether one was set
  public void requireCap(CommandSession session) throws CommandFailure {
    if (cap == null) {
      session.requireKnownCap();
    }
  }

  /// The limits that hold: the least of the cap that was given here and the one that was set
  /// before.
  Budget budget(Budget set) {
    return cap == null
        ? set
        : new Budget(
            set.askAbove(),
            OptionalDouble.of(Math.min(cap, set.cap().orElse(Double.MAX_VALUE))),
            set.queryGigabytes());
  }
}
