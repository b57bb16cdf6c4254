package dev.pollux.run.journal;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.state.RunStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs, bills and accounts as entries of the journal. The key says what an entry is about:
/// `run/ID`, `bill/JOB`, `account/ID`, or that of an [AnswersCopyJson].
final class EntryJson {
  static final String RUN = "run/";
  static final String BILL = "bill/";
  static final String ACCOUNT = "account/";
  private static final JsonMapper JSON = new JsonMapper();

  private EntryJson() {}

  static String key(RunId run) {
    return RUN + run.id();
  }

  static JournalEntry of(Run run, long number) {
    ObjectNode node = JSON.createObjectNode();
    node.put("stage", run.stage().name());
    run.job().ifPresent(job -> node.put("job", job.toString()));
    run.problem().ifPresent(problem -> node.put("problem", problem));
    node.put("created", run.created().toString());
    node.put("changed", run.changed().toString());
    ArrayNode steps = node.putArray("steps");
    for (RunStep step : run.steps()) {
      ObjectNode one = steps.addObject();
      one.put("stage", step.stage().name());
      one.put("at", step.at().toString());
      step.problem().ifPresent(problem -> one.put("problem", problem));
    }
    node.set("plan", PlanJson.write(run.plan()));
    return new JournalEntry(key(run.plan().id()), number, JSON.writeValueAsString(node));
  }

  static JournalEntry of(JobName job, double usd, long number) {
    return new JournalEntry(BILL + job, number, Double.toString(usd));
  }

  static JournalEntry of(RunId root, RunAccount account, long number) {
    ObjectNode node = JSON.createObjectNode();
    node.put("attempts", account.attempts());
    node.put("at", account.at().toString());
    ObjectNode rows = node.putObject("rows");
    new TreeMap<>(account.rows().rows()).forEach((fate, count) -> rows.put(fate.name(), count));
    return new JournalEntry(ACCOUNT + root, number, JSON.writeValueAsString(node));
  }

  /// @throws IllegalArgumentException when it is no account
  static RunId accountOf(JournalEntry entry) {
    return new RunId(entry.key().substring(ACCOUNT.length()));
  }

  /// @throws RuntimeException when it is no account
  static RunAccount account(JournalEntry entry) {
    JsonNode node = JSON.readTree(entry.content());
    Map<RowFate, Long> rows = new EnumMap<>(RowFate.class);
    node.required("rows")
        .properties()
        .forEach(fate -> rows.put(RowFate.valueOf(fate.getKey()), fate.getValue().asLong()));
    return new RunAccount(
        new FateCounts(rows),
        node.required("attempts").asInt(),
        Instant.parse(node.required("at").asString()));
  }

  /// @throws RuntimeException when it is no run: a stage, an instant or a plan that this version
  ///   does not know
  static Run run(JournalEntry entry) {
    JsonNode node = JSON.readTree(entry.content());
    Run run = run(node);
    if (!entry.key().equals(key(run.plan().id()))) {
      throw new IllegalArgumentException(entry.key() + " holds the run " + run.plan().id());
    }
    return run;
  }

  private static Run run(JsonNode node) {
    Run known =
        new Run(
            PlanJson.read(node.required("plan")),
            RunStage.valueOf(node.required("stage").asString()),
            text(node.path("job")).map(JobName::parse),
            text(node.path("problem")),
            Instant.parse(node.required("created").asString()),
            Instant.parse(node.required("changed").asString()));
    List<RunStep> steps = node.path("steps").valueStream().map(EntryJson::step).toList();
    return steps.isEmpty() ? withoutSteps(node, known) : known.on(steps);
  }

  private static RunStep step(JsonNode node) {
    return new RunStep(
        RunStage.valueOf(node.required("stage").asString()),
        Instant.parse(node.required("at").asString()),
        text(node.path("problem")));
  }

  /// A run of a journal that had no steps, only the time when a copy began.
  private static Run withoutSteps(JsonNode node, Run known) {
    Optional<Instant> copying = text(node.path("copying")).map(Instant::parse);
    if (copying.isEmpty() || known.stage() == RunStage.COPYING) {
      return known;
    }
    List<RunStep> steps = new ArrayList<>(known.steps());
    steps.add(1, new RunStep(RunStage.COPYING, copying.get(), Optional.empty()));
    return known.on(steps);
  }

  /// @throws IllegalArgumentException when it is no bill
  static JobName job(JournalEntry entry) {
    return JobName.parse(entry.key().substring(BILL.length()));
  }

  /// What the answers of the job cost.
  ///
  /// @throws NumberFormatException when it is no bill
  static double usd(JournalEntry entry) {
    return Double.parseDouble(entry.content());
  }

  /// The JSON of a run from the columns of journals of version 0, unread.
  static String runOfVersion0(
      String plan,
      String stage,
      Optional<String> job,
      Optional<String> problem,
      String created,
      String changed) {
    ObjectNode node = JSON.createObjectNode();
    node.put("stage", stage);
    job.ifPresent(name -> node.put("job", name));
    problem.ifPresent(text -> node.put("problem", text));
    node.put("created", created);
    node.put("changed", changed);
    node.set("plan", JSON.readTree(plan));
    return JSON.writeValueAsString(node);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node.asString());
  }
}
