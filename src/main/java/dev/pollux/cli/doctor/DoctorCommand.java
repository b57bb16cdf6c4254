package dev.pollux.cli.doctor;

import dev.pollux.cli.CloudChoice;
import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSettings;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.LocationConverter;
import dev.pollux.cli.ModelName;
import dev.pollux.cloud.CloudException;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.DataDirectory;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pollux doctor`: whether everything that a job needs at Google is there, each line with its own
/// remedy. Ends within ten seconds, whatever the network does. Exit code 0 when all is well, 6 when
/// something is to be mended, 2 for wrong usage.
@Command(
    name = "doctor",
    description = {
      "Tests a connection step by step: sign-in, project, billing, BigQuery, Gemini.",
      "It reads none of your rows and costs nothing. What it prints has no secrets in it.",
      "Exit code 0: all is well. 6: something is to be mended."
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  private static final int TO_MEND = 6;

  /// For all of it, with what is started before the first question.
  private static final Duration PATIENCE = Duration.ofMillis(9_300);

  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--project",
      paramLabel = "P",
      description = "The project that pays for the jobs. Default: the connection chosen last.")
  private @Nullable String project;

  @Option(
      names = "--location",
      paramLabel = "L",
      converter = LocationConverter.class,
      description = "Where the jobs run, as in europe-west4 or global.")
  private @Nullable Location location;

  @Option(
      names = "--model",
      paramLabel = "M",
      converter = ModelName.class,
      description = "The model that is asked. Default: as the window proposes it.")
  private @Nullable GeminiModel model;

  @Option(names = "--json", description = "Prints one JSON object instead of words.")
  private boolean json;

  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  public DoctorCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    DataDirectory directory = connection.directory();
    CommandSettings settings = settings(directory);
    CloudChoice choice = choice(settings);
    DoctorSubject subject =
        new DoctorSubjects(settings.catalog())
            .of(choice.connection(), Optional.ofNullable(location), Optional.ofNullable(model));
    return report(examine(choice, subject), new Words(settings.locale()));
  }

  /// Settings that cannot be read keep nobody from a test.
  private static CommandSettings settings(DataDirectory directory) {
    try {
      return CommandSettings.of(directory);
    } catch (IOException _) {
      return CommandSettings.usual(directory, Locale.getDefault());
    }
  }

  private CloudChoice choice(CommandSettings settings) {
    String named = project;
    if (named == null) {
      return connection.choice(settings);
    }
    Connection last = settings.connection();
    return connection
        .sandbox()
        .<CloudChoice>map(at -> new CloudChoice.Serving(at.of(named)))
        .orElseGet(() ->
            new CloudChoice.LastChosen(
                new Connection.Google(
                    named, last.simulated() ? Location.US_CENTRAL1 : last.location()),
                settings.directory()));
  }

  /// On a thread of its own: opening a cloud may wait for the network too.
  private DoctorReport examine(CloudChoice choice, DoctorSubject subject)
      throws InterruptedException {
    Doctor doctor = new Doctor(means.clock(), _ -> {});
    FutureTask<DoctorReport> task = new FutureTask<>(() -> opened(doctor, choice, subject));
    Thread thread = Thread.ofPlatform().daemon().name("doctor").start(task);
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return doctor.refused(subject, failure(e.getCause()));
    } catch (TimeoutException _) {
      thread.interrupt();
      return doctor.refused(
          subject,
          new CloudException.Unavailable(
              "no answer within " + PATIENCE.toMillis() + " ms", "", null));
    }
  }

  private DoctorReport opened(Doctor doctor, CloudChoice choice, DoctorSubject subject)
      throws Exception {
    DoctorReport[] report = new DoctorReport[1];
    means
        .clouds()
        .with(
            choice,
            cloud -> {
              report[0] = doctor.examine(cloud, subject);
              return 0;
            });
    return Objects.requireNonNull(report[0]);
  }

  private static CloudException failure(@Nullable Throwable e) {
    return e instanceof CloudException cloud
        ? cloud
        : new CloudException.Unavailable(
            String.valueOf(e == null ? "" : Objects.requireNonNullElse(e.getMessage(), e)), "", e);
  }

  private int report(DoctorReport report, Words words) {
    DoctorWords said = new DoctorWords(words);
    PrintWriter out = line().getOut();
    out.println(VisibleText.of(json ? DoctorJson.of(report, said) : said.text(report)));
    out.flush();
    return report.ok() ? 0 : TO_MEND;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
