package dev.pollux.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cli.CloudChoice;
import dev.pollux.cli.CloudOpener;
import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.draft.CheckCommand;
import dev.pollux.cli.draft.TrialCommand;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.settings.Appearance;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.Spending;
import dev.pollux.testing.CallWatch;
import dev.pollux.testing.FakeJournal.Killed;
import dev.pollux.testing.WatchedCloud;
import dev.pollux.testing.WatchedJournal;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `pollux submit`, `jobs`, `retry`, `stop` and `trial` over a sandbox: what they print and how
/// they end.
class RunCommandsTest {
  private static final String RECIPE =
      "{\"pollux\":1,\"template\":\"Which subject? {{text}}\",\"model\":\"gemini-3.8-flash\"}";
  private static final String READY =
      "{\"rest\":\"http://127.0.0.1:1\",\"grpc\":\"127.0.0.1:2\",\"token\":\"t\","
          + "\"project\":\"pollux-sandbox\"}";
  private static final String TABLE = "pollux-sandbox.samples.sotu_passages";

  @TempDir private static Path shared;
  private static Sandbox sandbox;
  private static int tables;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private CallWatch watch = _ -> {};

  @BeforeAll
  static void serve() throws IOException {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                shared.resolve("sandbox"), 0, 0, Optional.empty(), 1000, Clock.systemUTC()));
  }

  @AfterAll
  static void end() {
    sandbox.close();
  }

  @BeforeEach
  void english() throws IOException {
    asksAbove(10);
  }

  @AfterEach
  void noFaults() throws Exception {
    faults(
        "{\"pendingSeconds\":2,\"rowFailurePercent\":0,\"loseCreateReplies\":0,\"quotaPercent\":0}");
  }

  private void asksAbove(double usd) throws IOException {
    SettingsStore store = SettingsStore.open(folder.resolve("settings.json"));
    store.change(
        s -> s.with(Appearance.Language.EN).with(new Spending(usd, OptionalDouble.empty(), 1)));
    store.save();
  }

  private static void faults(String json) throws Exception {
    var answer =
        Clients.send(
            Clients.request(sandbox, "/sandbox/v1/faults")
                .method("PUT", BodyPublishers.ofString(json))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private Journal journal(DataDirectory directory) {
    return new WatchedJournal(SqliteJournal.open(directory.journal()), watch);
  }

  private CommandMeans means() {
    return new CommandMeans(
        this::withCloud, this::journal, InstantSource.system(), System::nanoTime);
  }

  private int run(Object command, String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data", folder.toString(), "--sandbox", READY));
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  private int withCloud(CloudChoice choice, CloudOpener.Work work) throws Exception {
    assertThat(choice).isInstanceOf(CloudChoice.Serving.class);
    try (Cloud cloud = SandboxClouds.open(sandbox)) {
      return work.on(new WatchedCloud(cloud, watch));
    }
  }

  private String recipe(String text) throws IOException {
    return Files.writeString(folder.resolve("r.pollux.json"), text).toString();
  }

  private int submit(String to, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(recipe(RECIPE), "--table", TABLE, "--to", to));
    args.addAll(List.of(more));
    return run(new SubmitCommand(means()), args.toArray(String[]::new));
  }

  private int jobs(String... args) {
    return run(new JobsCommand(means()), args);
  }

  private int retry(String... args) {
    return run(new RetryCommand(means()), args);
  }

  private int stop(String id) {
    return run(new StopCommand(means()), id);
  }

  /// A name that no other test uses.
  private static String fresh() {
    return "pollux-sandbox.mine.cli" + ++tables;
  }

  private List<JsonNode> events() {
    return out.toString().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  private List<String> states() {
    return events().stream().map(event -> event.path("state").asString()).toList();
  }

  private List<Run> runs() {
    try (Journal journal = SqliteJournal.open(folder.resolve("journal.sqlite"))) {
      return journal.runs();
    }
  }

  private Optional<Object> table(String name) throws Exception {
    try (Cloud cloud = SandboxClouds.open(sandbox)) {
      return cloud.catalog().table(TableRef.parse(name).orElseThrow()).map(info -> info);
    }
  }

  @Test
  void aJobIsSentAndFollowedToItsEnd() throws Exception {
    String to = fresh();
    assertThat(submit(to, "--limit", "20", "--where", "year >= 1990", "--wait")).isZero();
    assertThat(states())
        .startsWith("intent", "preparing", "submitting", "submitted")
        .endsWith("succeeded");
    JsonNode end = events().getLast();
    Run run = runs().getFirst();
    assertThat(events()).allMatch(e -> e.path("run").asString().equals(run.plan().id().id()));
    assertThat(end.path("answered").asInt()).isEqualTo(20);
    assertThat(end.path("failed").asInt() + end.path("blocked").asInt()).isZero();
    assertThat(end.path("missing").asInt(-1)).isZero();
    assertThat(end.path("input").asInt()).isEqualTo(20);
    assertThat(end.path("output").asString()).isEqualTo(to);
    assertThat(end.path("cost").asDouble()).isPositive();
    assertThat(table(to)).isPresent();
    assertThat(err.toString()).contains("Cost in batch: $", "Sending the job", "20 of 20 rows");
  }

  /// Whoever is about to pay for it once more reads what it came to.
  @Test
  void whatTheSameCostBeforeIsSaid() throws Exception {
    String[] same = {"--limit", "12", "--where", "year >= 1991"};
    assertThat(submit(fresh(), with(same, "--wait"))).isZero();
    String paid = Money.usd(new Words(Locale.US), events().getLast().path("cost").asDouble());
    String[] check = with(new String[] {recipe(RECIPE), "--table", TABLE, "--to", fresh()}, same);

    assertThat(run(new CheckCommand(means()), check)).isZero();
    assertThat(out.toString()).contains("The same was sent on ").contains("and came to " + paid);
    assertThat(run(new CheckCommand(means()), with(check, "--json"))).isZero();
    assertThat(events().getLast().path("before").path("cost").asDouble()).isPositive();
    assertThat(submit(fresh(), with(same, "--yes", "--wait"))).isZero();
    assertThat(err.toString()).contains("and came to " + paid);
  }

  /// None of the rows that are read free of charge may meet a condition.
  @Test
  void theCostOfRareRowsIsKnown() throws Exception {
    String[] check = {
      recipe(RECIPE), "--table", TABLE, "--to", fresh(), "--where", "year = 1991", "--json"
    };
    assertThat(run(new CheckCommand(means()), check)).isZero();
    JsonNode found = events().getLast();
    assertThat(found.path("rows").asInt()).isPositive();
    assertThat(found.path("cost").path("low").asDouble()).isPositive();
  }

  private static String[] with(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void rowsThatFailAreCountedAndAskedAgain() throws Exception {
    faults("{\"rowFailurePercent\":40}");
    assertThat(submit(fresh(), "--limit", "60", "--wait")).isEqualTo(3);
    JsonNode end = events().getLast();
    assertThat(end.path("failed").asInt()).isPositive();
    assertThat(
            end.path("answered").asInt()
                + end.path("failed").asInt()
                + end.path("blocked").asInt()
                + end.path("missing").asInt())
        .isEqualTo(end.path("input").asInt())
        .isEqualTo(60);

    faults("{\"rowFailurePercent\":0}");
    String run = end.path("run").asString();
    assertThat(retry(run, "--kind", "not-found")).as("nothing of that kind").isEqualTo(4);
    assertThat(retry(run, "--wait")).isZero();
    JsonNode whole = events().getLast();
    assertThat(whole.path("run").asString()).isEqualTo(run);
    assertThat(whole.path("answered").asInt()).isEqualTo(60);
    assertThat(whole.path("output").asString()).endsWith("_complete");
    assertThat(retry(run)).as("nothing is left").isEqualTo(4);
  }

  /// A retry is as much of the run as its first job; and an empty variable of a script names none.
  @Test
  void stoppingARunStopsWhateverJobOfItRuns() throws Exception {
    faults("{\"rowFailurePercent\":40}");
    submit(fresh(), "--limit", "40", "--wait");
    String run = events().getLast().path("run").asString();
    faults("{\"rowFailurePercent\":0,\"pendingSeconds\":1000000}");
    assertThat(retry(run)).isZero();
    assertThat(runs()).hasSize(2);

    for (String nothing : List.of("", " ")) {
      assertThat(stop(nothing)).isEqualTo(1);
      assertThat(err.toString()).contains("No run is named");
    }
    assertThat(stop(run)).isZero();
    assertThat(err.toString()).contains("No row is done yet").doesNotContain("ended already");
    assertThat(states()).last().asString().startsWith("cancel");
    assertThat(events().getLast().path("attempt").asInt()).isEqualTo(2);
    assertThat(stop(runs().getFirst().plan().id().id()))
        .as("the id of the attempt names the run too")
        .isZero();
  }

  /// Somebody deletes a job in the console: what it wrote is there, and so is what follows.
  @Test
  void aJobThatWasDeletedElsewhereKeepsNothingFromItsRun() throws Exception {
    faults("{\"rowFailurePercent\":40}");
    submit(fresh(), "--limit", "40", "--wait");
    String run = events().getLast().path("run").asString();
    forget(runs().getFirst());
    String file = folder.resolve("out.csv").toString();
    assertThat(export(run, file)).as(err.toString()).isZero();
    assertThat(events().getLast().path("rows").asInt()).isEqualTo(40);
    assertThat(stop(run)).isZero();
    assertThat(err.toString()).contains("somebody deleted it");

    faults("{\"rowFailurePercent\":0}");
    assertThat(retry(run, "--wait")).as(err.toString()).isZero();
    assertThat(events().getLast().path("answered").asInt()).isEqualTo(40);
    assertThat(events().getLast().path("cost").asDouble()).isPositive();
    assertThat(jobs("--wait")).as(err.toString()).isZero();
    forget(runs().getFirst());
    assertThat(export(run, file, "--only", "answered")).as(err.toString()).isZero();
    assertThat(events().getLast().path("rows").asInt()).isEqualTo(40);
  }

  private static void forget(Run run) throws Exception {
    try (Cloud cloud = SandboxClouds.open(sandbox)) {
      cloud.jobs().delete(run.job().orElseThrow());
    }
  }

  /// Of 40 rows 10 are new and 5 have another text; the other 25 were paid before.
  @Test
  void onlyWhatIsNewOrChangedIsSent() throws Exception {
    grow(30, 0);
    assertThat(run(new SubmitCommand(means()), growing(fresh()))).isZero();
    grow(40, 5);
    assertThat(run(new SubmitCommand(means()), growing(fresh(), "--only-changed")))
        .as("it may still be running, and the same would be paid twice")
        .isEqualTo(4);
    assertThat(jobs("--wait")).isZero();
    assertThat(run(new SubmitCommand(means()), growing(fresh(), "--only-changed", "--wait")))
        .isZero();
    assertThat(err.toString()).contains("15 of 40 rows are new", "paid for before");
    JsonNode end = events().getLast();
    assertThat(end.path("answered").asInt()).isEqualTo(40).isEqualTo(end.path("input").asInt());
    assertThat(runs().getFirst().plan().rows()).isEqualTo(15);
    assertThat(done(runs().getFirst())).as("requests sent, counted by the sandbox").isEqualTo(15);

    for (String limit : List.of("40", "1")) {
      assertThat(
              run(new SubmitCommand(means()), growing(fresh(), "--only-changed", "--limit", limit)))
          .isZero();
      assertThat(err.toString()).contains("Nothing is new");
      assertThat(events())
          .singleElement()
          .satisfies(event -> {
            assertThat(event.path("state").asString()).isEqualTo("nothing-new");
            assertThat(event.path("sent").asInt(-1)).isZero();
            assertThat(event.path("input").asString()).isEqualTo(limit);
          });
    }
    assertThat(runs()).hasSize(2);
    assertThat(run(new CheckCommand(means()), growing(fresh(), "--only-changed"))).isEqualTo(4);
    assertThat(out.toString()).contains("Nothing is new");
  }

  private String[] growing(String to, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(recipe(RECIPE), "--table", "pollux-sandbox.mine.growing", "--to", to));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private static void grow(int rows, int changed) throws Exception {
    String select =
        "SELECT n AS id, CONCAT('Of peace, ', CAST(IF(n <= "
            + changed
            + ", -n, n) AS STRING)) AS text FROM UNNEST(GENERATE_ARRAY(1, "
            + rows
            + ")) AS n";
    try (Cloud cloud = SandboxClouds.open(sandbox)) {
      cloud
          .queries()
          .run(
              Query.of(
                  "CREATE OR REPLACE TABLE `pollux-sandbox.mine.growing` AS " + select,
                  Location.US_CENTRAL1),
              "grow_" + rows);
    }
  }

  private static long done(Run run) throws Exception {
    try (Cloud cloud = SandboxClouds.open(sandbox)) {
      return cloud.jobs().get(run.job().orElseThrow()).counts().orElseThrow().done();
    }
  }

  @Test
  void whatStopsAJobInTheWindowStopsItHere() throws Exception {
    String to = fresh();
    assertThat(submit(to, "--where", "yaer >= 1990")).isEqualTo(4);
    assertThat(err.toString()).contains("STOP    ", "yaer", "Nothing was sent.");
    assertThat(submit(to, "--cap", "0.0001")).isEqualTo(4);
    assertThat(err.toString()).contains("your limit for a job is $0.00");
    assertThat(submit(to, "--model", "gemini-9")).isEqualTo(4);
    asksAbove(0.0001);
    assertThat(submit(to, "--limit", "20")).isEqualTo(4);
    assertThat(err.toString()).contains("With --yes it is sent all the same.");
    assertThat(out.toString()).isEmpty();
    assertThat(runs()).isEmpty();
    assertThat(table(to)).isEmpty();
    assertThat(submit(to, "--limit", "20", "--yes")).isZero();
  }

  @Test
  void whyThePriceIsNotKnownIsSaid() throws Exception {
    faults("{\"quotaPercent\":100}");
    assertThat(submit(fresh(), "--limit", "20")).isEqualTo(4);
    assertThat(err.toString())
        .contains(
            "The tokens could not be counted.",
            "The service is at its limit",
            "What this job costs is not known");
    assertThat(runs()).isEmpty();
  }

  @Test
  void theSameWithinADayAsksFirst() throws Exception {
    String to = fresh();
    assertThat(submit(to, "--limit", "21")).isZero();
    String first = runs().getFirst().plan().id().id();
    assertThat(submit(fresh(), "--limit", "21")).isEqualTo(4);
    assertThat(err.toString()).contains("within the last 24 hours", first);
    assertThat(runs()).hasSize(1);
    assertThat(submit(fresh(), "--limit", "21", "--yes")).isZero();
    assertThat(runs()).hasSize(2);
  }

  @Test
  void aLostReplyIsFoundByTheLabel() throws Exception {
    faults("{\"loseCreateReplies\":1}");
    assertThat(submit(fresh(), "--limit", "22", "--wait")).isZero();
    assertThat(states()).contains("unknown", "submitted").endsWith("succeeded");
  }

  @Test
  void aRunThatWasCutShortIsSentOrGivenUp() throws Exception {
    watch =
        point -> {
          if (point.equals("before journal SUBMITTING")) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> submit(fresh(), "--limit", "23")).isInstanceOf(Killed.class);
    assertThatThrownBy(() -> submit(fresh(), "--limit", "24")).isInstanceOf(Killed.class);
    watch = _ -> {};
    String sent = runs().getLast().plan().id().id();
    String given = runs().getFirst().plan().id().id();
    assertThat(submit(fresh(), "--limit", "23")).isEqualTo(4);
    assertThat(err.toString()).contains("`pollux retry " + sent + "` sends it");

    assertThat(jobs("--json", "--wait")).isEqualTo(5);
    assertThat(events()).hasSize(2).allMatch(e -> e.path("waits").asBoolean());

    assertThat(retry(sent.substring(0, 13), "--wait")).isZero();
    assertThat(states()).doesNotContain("preparing").endsWith("succeeded");
    assertThat(stop(given)).isZero();
    assertThat(states()).containsExactly("refused");
    assertThat(runs()).extracting(Run::stage).containsExactly(RunStage.REFUSED, RunStage.SUBMITTED);
    assertThat(jobs("--json", "--wait")).isZero();
    assertThat(events().getLast().path("answered").asInt()).isEqualTo(23);
  }

  /// What is said is true by how far it got.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "before queries.run   | REFUSED   | Nothing was sent, and nothing was left behind.",
        "after queries.run    | REFUSED   | Nothing was sent, and nothing was left behind.",
        "before jobs.create   | UNKNOWN   | it may have arrived",
        "after jobs.create    | SUBMITTED | was sent, and goes on whenever the sandbox serves",
        "before jobs.list all | SUBMITTED | was sent, and goes on whenever the sandbox serves",
      })
  void whoeverIsInterruptedReadsWhatBecomesOfTheRun(String point, RunStage stage, String words)
      throws IOException {
    watch =
        at -> {
          if (at.equals(point)) {
            Thread.currentThread().interrupt();
          }
        };
    String to = fresh();
    assertThat(submit(to, "--limit", "26", "--yes", "--wait")).isEqualTo(130);
    assertThat(err.toString()).contains(words);
    assertThat(runs()).extracting(Run::stage).containsExactly(stage);
  }

  @Test
  void aJobThatRunsIsListedAndStopped() throws Exception {
    faults("{\"pendingSeconds\":1000000}");
    String to = fresh();
    assertThat(submit(to, "--limit", "25")).isZero();
    String id = runs().getFirst().plan().id().id();
    assertThat(jobs()).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith(id + "  pending  0 of 25 rows  "));
    assertThat(stop(id)).isZero();
    assertThat(states()).hasSize(1).first().isIn("cancelling", "cancelled");
    assertThat(err.toString()).contains("No row is done yet.", "the sandbox bills nothing");
    assertThat(jobs("--wait", "--json")).isEqualTo(3);
    assertThat(events().getLast().path("missing").asInt()).isEqualTo(25);
    assertThat(stop("no-such-run")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no run no-such-run");
  }

  private int export(String... args) {
    return run(new ExportCommand(means()), args);
  }

  /// Others of the project name their jobs as they like.
  @Test
  void namesOfJobsSteerNoTerminalAndMakeNoLines() throws Exception {
    String name = "\u001b[2J\u001b]0;t\u0007\u009b1m\u202egnp\r\nprojects/1/jobs/2  succeeded";
    var body =
        JsonMapper.shared()
            .readTree(
                """
                {"model":"publishers/google/models/gemini-2.5-flash-lite",
                 "inputConfig":{"instancesFormat":"bigquery",
                   "bigquerySource":{"inputUri":"bq://pollux-sandbox.samples.none"}},
                 "outputConfig":{"predictionsFormat":"bigquery",
                   "bigqueryDestination":{"outputUri":"bq://pollux-sandbox.mine.named"}}}
                """);
    ((ObjectNode) body).put("displayName", name);
    String jobs = "/v1/projects/pollux-sandbox/locations/us-central1/batchPredictionJobs";
    var made =
        Clients.send(
            Clients.request(sandbox, jobs)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(jobs()).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("gnp"))).hasSize(1);
    assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("projects/1/"));
    assertThat(out.toString())
        .contains("\\u001b[2J", "\\u009b1m", "\\u202egnp\\u000d\\u000a")
        .doesNotContainPattern("[\\p{Cntrl}\u009b\u202e&&[^\r\n]]");
    assertThat(jobs("--json")).isZero();
    assertThat(events()).anyMatch(event -> event.path("job").isString());
  }

  /// A script goes on where nobody reads: it must not spend without the cap that was set.
  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"spending\":{\"cap\":\"five\"}}"})
  void nothingIsSpentWhereACapMayBeLost(String settings) throws Exception {
    for (String name : List.of("settings.json.copy", "spending-cap.txt", "spending-cap.txt.copy")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.writeString(folder.resolve("settings.json"), settings);
    Path cap = folder.resolve("spending-cap.txt");
    assertThat(jobs()).as("looking costs nothing").isZero();
    assertThat(err.toString()).contains("spending cap");
    for (int i = 0; i < 2; i++) {
      assertThat(submit(fresh(), "--limit", "31", "--yes")).isEqualTo(1);
      assertThat(err.toString()).contains(cap.toString(), "Nothing was sent");
      assertThat(out.toString()).isEmpty();
    }
    assertThat(retry("r")).isEqualTo(1);
    assertThat(err.toString()).contains(cap.toString());
    TrialCommand trial = new TrialCommand(means());
    assertThat(run(trial, recipe(RECIPE), "--table", TABLE)).isEqualTo(1);
    assertThat(runs()).isEmpty();

    assertThat(submit(fresh(), "--limit", "31", "--yes", "--cap", "5")).isZero();
    Files.writeString(cap, "none\n");
    assertThat(submit(fresh(), "--limit", "32", "--yes")).isZero();
  }

  @Test
  void answersBecomeAFile() throws Exception {
    faults("{\"rowFailurePercent\":40}");
    assertThat(submit(fresh(), "--limit", "60", "--wait", "--yes")).isEqualTo(3);
    int failed = events().getLast().path("failed").asInt();
    String id = runs().getFirst().plan().id().id();

    Path csv = folder.resolve("all.csv");
    assertThat(export(id, csv.toString())).isZero();
    assertThat(events().getLast().path("rows").asInt()).isEqualTo(60);
    assertThat(Files.readAllLines(csv).getFirst())
        .contains("\"text\"", "\"outcome\"", "\"answer\"")
        .doesNotContain("request", "response");
    assertThat(err.toString()).contains("60 rows were written to " + csv);

    Path some = folder.resolve("some.txt");
    String[] onlyFailed = {
      id, some.toString(), "--format", "JSONL", "--only", "failed", "--columns", "error,outcome"
    };
    assertThat(export(onlyFailed)).isZero();
    assertThat(Files.readAllLines(some))
        .hasSize(failed)
        .allMatch(line -> line.matches("\\{\"error\":\"[^\"]+\",\"outcome\":\"failed\"}"));
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws Exception {
    assertThat(submit(fresh(), "--limit", "5", "--wait", "--yes")).isZero();
    String id = runs().getFirst().plan().id().id();
    assertThat(export(id, folder.resolve("a.doc").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("a.doc does not say a form of file");
    assertThat(export("nope", folder.resolve("a.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("There is no run nope");
    assertThat(export(id, folder.resolve("no/a.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no such folder");
    assertThat(export(id, folder.resolve("a.csv").toString(), "--columns", "txet")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no such column. txet: ", "text");
    assertThat(export(id, folder.resolve("a.csv").toString(), "--only", "odd")).isEqualTo(2);
    assertThat(folder.resolve("a.csv")).doesNotExist();
  }

  @Test
  void aTrialAsksRowsAtOnceAndMakesNoJob() throws Exception {
    Object command = new TrialCommand(means());
    assertThat(run(command, recipe(RECIPE), "--table", TABLE, "--rows", "3")).isZero();
    assertThat(events()).hasSize(4);
    assertThat(events().getFirst().path("answer").asString()).isNotBlank();
    assertThat(events().getLast().path("answered").asInt()).isEqualTo(3);
    assertThat(events().getLast().path("cost").asDouble()).isPositive();
    assertThat(runs()).isEmpty();
    String bad = recipe(RECIPE.replace("{{text}}", "{{txet}}"));
    assertThat(run(command, bad, "--table", TABLE)).isEqualTo(4);
    assertThat(out.toString()).isEmpty();
    assertThat(run(command, bad, "--table", TABLE, "--rows", "21")).isEqualTo(2);
  }
}
