package dev.pollux.cli.run;

import dev.pollux.cli.CommandFailure;
import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.Interruption;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cli.ProgressBar;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.results.export.AnswerRows;
import dev.pollux.results.export.ExportContent;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.results.export.FileExport;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.Responses;
import dev.pollux.run.AnswerShape;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `pollux export RUN FILE`: the answers of a run, beside the rows that they belong to, as a file.
@Command(
    name = "export",
    description = {
      "Writes the answers of a run to a file, beside the columns of their rows. The file is whole or"
          + " not there: until then, what stood under its name stays. Reading is free of charge.",
      "Text that a spreadsheet would run as a formula is written with an apostrophe before it in CSV"
          + " and TSV, unless --exact is given.",
      "On standard output one JSON object: rows, cut (cells that were too long for XLSX), file. Exit"
          + " code 0: it is written. 1: it is not. 130: it was stopped, and nothing was written."
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Its id, or enough of its beginning; see `pollux jobs`.")
  private String run = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Its name says the form: .csv, .tsv, .jsonl, .parquet or .xlsx.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "csv, tsv, jsonl, parquet or xlsx, whatever the file is called.")
  private @Nullable String format;

  @Option(
      names = "--only",
      paramLabel = "KIND",
      converter = OutcomeName.class,
      description = "Only the rows that were answered, failed, blocked or missing.")
  private @Nullable OutcomeKind only;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "A,B",
      description = "Only these columns, in this order.")
  private List<String> columns = List.of();

  @Option(names = "--exact", description = "All text as it is, also what looks like a formula.")
  private boolean exact;

  public ExportCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    return CommandSession.run(
        Objects.requireNonNull(spec).commandLine(),
        connection,
        means,
        session -> {
          ExportFormat as = format(session);
          return session.withSeenRuns(runs -> export(runs, as));
        });
  }

  private ExportFormat format(CommandSession session) throws CommandFailure {
    Optional<ExportFormat> known =
        format == null ? ExportFormat.of(file) : ExportFormat.named(format);
    return known.orElseThrow(() ->
        new CommandFailure(
            session.words().get("cli.export.format", format == null ? file.toString() : format)));
  }

  private int export(OpenRuns runs, ExportFormat as) throws Exception {
    CommandSession session = runs.session();
    TableInfo output = output(runs, runs.named(run));
    ExportContent content = content(runs, output);
    ProgressBar progress = new ProgressBar(session.err());
    long total = Math.max(1, output.rows());
    try (Interruption _ = Interruption.listen()) {
      FileExport.Written written =
          new FileExport(runs.cloud().rows())
              .write(
                  output,
                  content,
                  new FileExport.Target(file, as, exact),
                  read ->
                      progress.show(
                          session.words().get("cli.export.reading", read, output.rows()),
                          (double) read / total));
      progress.end();
      session.print(json(written));
      session.say(
          session.words().get("export.written", written.rows(), file.toString(), written.cut()));
      return ExitCodes.DONE;
    } catch (InterruptedException _) {
      progress.end();
      session.say(session.words().get("export.stopped", file.toString()));
      return ExitCodes.INTERRUPTED;
    } catch (IOException e) {
      progress.end();
      ExportFailure why = ExportFailure.of(file, e);
      throw new CommandFailure(session.words().get(why.words(), why.args().toArray()));
    }
  }

  private String json(FileExport.Written written) {
    JsonMapper json = JsonMapper.shared();
    return json.writeValueAsString(
        json.createObjectNode()
            .put("rows", written.rows())
            .put("cut", written.cut())
            .put("file", file.toAbsolutePath().toString()));
  }

  private ExportContent content(OpenRuns runs, TableInfo output)
      throws CloudException, CommandFailure {
    Set<OutcomeKind> kinds = only == null ? EnumSet.allOf(OutcomeKind.class) : EnumSet.of(only);
    ExportContent all =
        new AnswerRows(
            output.schema(), AnswerShape.of(runs.cloud().rows(), output).columns(), kinds);
    try {
      return columns.isEmpty() ? all : all.choose(columns);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          runs.session().words().get("cli.export.column", String.valueOf(e.getMessage())));
    }
  }

  /// The table of all its answers: that of its attempts together, where there were several. It is
  /// made where it is not there so far.
  private static TableInfo output(OpenRuns runs, Run found) throws Exception {
    Optional<LedgerRun> ledger =
        runs.journal().ledger(found.plan().id()).filter(run -> !run.sent().isEmpty());
    Optional<TableRef> table =
        ledger.isPresent() ? Optional.of(table(runs, ledger.get())) : Optional.empty();
    Optional<TableInfo> output =
        table.isPresent() ? runs.cloud().catalog().table(table.get()) : Optional.empty();
    return output
        .filter(info -> Responses.isOutput(info.schema()))
        .orElseThrow(() ->
            new CommandFailure(
                runs.session().words().get("cli.export.nothing", found.plan().id().id())));
  }

  private static TableRef table(OpenRuns runs, LedgerRun run) throws Exception {
    RunAnswers answers = new RunAnswers(runs.cloud(), runs.journal(), runs.clock());
    RunAnswers.Place place = answers.find(run);
    return place instanceof RunAnswers.Place.ToMake ? answers.make(run) : place.table();
  }
}
