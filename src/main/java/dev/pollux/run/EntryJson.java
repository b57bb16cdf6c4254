package dev.pollux.run;

import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import dev.pollux.results.FateCounts;
import dev.pollux.results.RowFate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
    run.copying().ifPresent(at -> node.put("copying", at.toString()));
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
    Run run =
        new Run(
            PlanJson.read(node.required("plan")),
            RunStage.valueOf(node.required("stage").asString()),
            text(node.path("job")).map(JobName::parse),
            text(node.path("problem")),
            Instant.parse(node.required("created").asString()),
            Instant.parse(node.required("changed").asString()),
            text(node.path("copying")).map(Instant::parse));
    if (!entry.key().equals(key(run.plan().id()))) {
      throw new IllegalArgumentException(entry.key() + " holds the run " + run.plan().id());
    }
    return run;
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
