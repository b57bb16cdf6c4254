package dev.pollux.cli;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.DraftResearch;
import dev.pollux.draft.DraftState;
import dev.pollux.draft.Facts;
import dev.pollux.draft.JobContext;
import dev.pollux.draft.Lookups;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeReader;
import dev.pollux.settings.DataDirectory;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pollux check`: what stops a job, how many rows it has and what it costs, before anything is
/// sent. Exit code 0 when nothing stops it, 4 when something does, 2 for wrong usage, and 1 when
/// the recipe cannot be read or the cloud cannot be reached.
@Command(
    name = "check",
    description = {
      "Checks a job without sending it: what stops it, its rows, its cost, its SQL.",
      "Exit code 0: nothing stops it. 4: something does. 1: the recipe cannot be read, or the"
          + " cloud cannot be reached."
    },
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private static final int STOPPED = 4;
  private final CloudOpener clouds;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RECIPE", description = "What is asked: a file RECIPE.pollux.json.")
  private Path recipe = Path.of("");

  @Option(
      names = "--table",
      required = true,
      paramLabel = "P.D.T",
      converter = TableName.class,
      description = "The table of the rows: project.dataset.table.")
  private @Nullable TableRef table;

  @Option(
      names = "--to",
      paramLabel = "P.D.T",
      converter = TableName.class,
      description = "Where the answers would go. Default: as the window proposes it.")
  private @Nullable TableRef to;

  @Option(
      names = "--sandbox",
      paramLabel = "READY",
      description =
          "A sandbox that serves already: a file that holds the line that `pollux sandbox` prints,"
              + " or the line itself. Default: the connection that was chosen last.")
  private @Nullable String sandbox;

  @Option(names = "--json", description = "Prints one JSON object instead of words.")
  private boolean json;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything that lasts is kept. Default: the system's own place.")
  private @Nullable Path data;

  public CheckCommand(CloudOpener clouds, InstantSource clock) {
    this.clouds = clouds;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    Words words = new Words(Locale.getDefault());
    try {
      CommandSettings settings = CommandSettings.of(DataDirectory.of(Optional.ofNullable(data)));
      words = new Words(settings.locale());
      Recipe asked = read(words);
      return check(settings, words, asked, choice(settings));
    } catch (CloudException e) {
      return failed(words.get("cli.check.unreached", new FindingText(words).why(e)));
    } catch (CommandFailure | IOException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private Recipe read(Words words) throws CommandFailure {
    String file = recipe.toString();
    try {
      RecipeReader.Reading reading = RecipeReader.read(recipe);
      String why =
          reading.findings().stream()
              .map(new FindingText(words)::say)
              .collect(Collectors.joining(" "));
      return reading
          .recipe()
          .orElseThrow(() -> new CommandFailure(words.get("cli.check.refused", file, why)));
    } catch (NoSuchFileException _) {
      throw new CommandFailure(words.get("cli.check.no-file", file));
    } catch (IOException _) {
      throw new CommandFailure(words.get("cli.check.unread", file));
    }
  }

  private CloudChoice choice(CommandSettings settings) {
    if (sandbox == null) {
      return new CloudChoice.LastChosen(settings.connection(), settings.directory());
    }
    try {
      return new CloudChoice.Serving(SandboxAddress.read(sandbox));
    } catch (SandboxAddress.NotReady e) {
      throw new ParameterException(line(), "--sandbox: " + e.getMessage(), e);
    }
  }

  private int check(CommandSettings settings, Words words, Recipe asked, CloudChoice choice)
      throws Exception {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return clouds.with(
        choice,
        cloud -> {
          Lookups lookups = Lookups.of(cloud);
          JobContext context = settings.context(choice.connection(), cloud, today);
          DraftState state =
              new DraftResearch(lookups)
                  .complete(new DraftState(draft(asked), Facts.NONE, context));
          return report(CheckReport.of(state, lookups), words);
        });
  }

  private Draft draft(Recipe asked) {
    Draft draft = Draft.EMPTY.about(Objects.requireNonNull(table)).taking(asked);
    return Optional.ofNullable(to)
        .map(answers ->
            draft.withTarget(
                target ->
                    target
                        .withDataset(answers.datasetRef().toString())
                        .withTable(answers.table())))
        .orElse(draft);
  }

  private int report(CheckReport report, Words words) throws CloudException {
    Optional<CloudException> unreached = report.unreached();
    if (unreached.isPresent()) {
      throw unreached.get();
    }
    PrintWriter out = line().getOut();
    out.println(
        json ? new CheckJson(new FindingText(words)).of(report) : new CheckText(words).of(report));
    out.flush();
    return report.ready() ? 0 : STOPPED;
  }

  private int failed(String why) {
    line().getErr().println("pollux: " + why);
    line().getErr().flush();
    return 1;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
