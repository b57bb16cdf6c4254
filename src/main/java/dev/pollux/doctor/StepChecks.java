package dev.pollux.doctor;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Identity;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.SignIn;
import dev.pollux.doctor.StepOutcome.Fine;
import dev.pollux.doctor.StepOutcome.Wrong;
import dev.pollux.domain.Elapsed;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each step asks. All of it is free of charge, and changes nothing.
record StepChecks(Cloud cloud, DoctorSubject subject, SignIn by, InstantSource clock) {
  /// Tokens of key files say when they were made; Google's hosts take some minutes of difference.
  private static final Duration CLOCK_OFF = Duration.ofMinutes(4);

  private static final String REQUEST =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"ready\"}]}]}";

  StepOutcome ask(DoctorStep step) throws CloudException {
    return switch (step) {
      case SIGN_IN -> signIn();
      case TOKEN -> token();
      case CLOCK -> clockIsRight();
      case QUOTA_PROJECT -> quotaProject();
      case PROJECT -> Fine.of("ok", subject.project(), number());
      case BILLING -> billing();
      case BIGQUERY -> Fine.of("ok", cloud.catalog().datasets(subject.project()).size());
      case QUERY -> query();
      case JOBS -> jobs(subject.location());
      case JOBS_GLOBAL -> jobs(Location.GLOBAL);
      case MODEL -> model();
      case AGENTS -> agents();
      case LATENCY -> latency();
    };
  }

  private Fine signIn() {
    String who = by.who().isEmpty() ? by.file() : by.who();
    return Fine.of("ok." + by.kind(), who, by.file(), String.join(" → ", by.through()));
  }

  private Fine token() throws CloudException {
    Identity.Token token = cloud.identity().token();
    Optional<Long> minutes =
        token.until().map(until -> Duration.between(clock.instant(), until).toMinutes());
    return minutes.isPresent()
        ? Fine.of(token.who().isEmpty() ? "ok" : "ok-of", minutes.get(), token.who())
        : Fine.of("ok-always");
  }

  private StepOutcome clockIsRight() throws CloudException {
    Instant theirs = cloud.identity().serverTime();
    Duration off = Duration.between(theirs, clock.instant());
    return off.abs().compareTo(CLOCK_OFF) > 0
        ? Wrong.of("off", remedies().clock(), off.abs().toMinutes())
        : Fine.of("ok", off.abs().toSeconds());
  }

  private Fine quotaProject() throws CloudException {
    return cloud
        .identity()
        .quotaProject()
        .map(project -> Fine.of("ok", project))
        .orElseGet(() -> Fine.of("ok-none"));
  }

  private String number() throws CloudException {
    return cloud.permissions().number(subject.project());
  }

  /// Who may not read it, or has that API switched off, can still run jobs: the other steps hear of
  /// missing billing too.
  private StepOutcome billing() throws CloudException {
    Optional<Boolean> billed;
    try {
      billed = cloud.permissions().billed(subject.project());
    } catch (CloudException.NotAllowed _) {
      return Fine.of("not-told");
    }
    if (billed.isEmpty()) {
      return Fine.of("not-told");
    }
    return billed.get()
        ? Fine.of("ok")
        : Wrong.of(
            "off",
            "gcloud billing projects link " + subject.project() + " --billing-account=ACCOUNT_ID",
            subject.project());
  }

  private StepOutcome query() throws CloudException {
    Optional<Dataset> there =
        cloud.catalog().datasets(subject.project()).stream()
            .sorted((a, b) -> Boolean.compare(fits(b), fits(a)))
            .findFirst();
    if (there.isEmpty()) {
      Location at = subject.location().isGlobal() ? Location.US_CENTRAL1 : subject.location();
      return Wrong.of(
          "no-dataset",
          "bq mk --dataset --location=" + at + " " + subject.project() + ":pollux",
          subject.project());
    }
    Dataset dataset = there.get();
    TableRef table =
        new TableRef(dataset.ref().project(), dataset.ref().dataset(), "pollux_doctor_never_made");
    cloud
        .queries()
        .dryRun(
            new Query(
                "CREATE TABLE "
                    + table.sql()
                    + " OPTIONS (expiration_timestamp = TIMESTAMP_ADD(CURRENT_TIMESTAMP(),"
                    + " INTERVAL 1 DAY)) AS SELECT n AS pollux_row,"
                    + " CONCAT(@before, CAST(n AS STRING)) AS request FROM UNNEST([1, 2]) AS n"
                    + " WHERE n < @below",
                Map.of("before", Query.Parameter.string("row "), "below", Query.Parameter.int64(2)),
                dataset.location(),
                Optional.empty()));
    return Fine.of("ok", dataset.ref().dataset(), dataset.location().id());
  }

  private boolean fits(Dataset dataset) {
    return dataset.location().equals(subject.location());
  }

  private Fine jobs(Location location) throws CloudException {
    cloud.jobs().list(subject.project(), location, "labels.pollux-run=\"doctor\"");
    return Fine.of("ok", location.id());
  }

  private Fine model() throws CloudException {
    long tokens = cloud.gemini().countTokens(subject.model(), subject.modelLocation(), REQUEST);
    return Fine.of("ok", subject.model().id(), subject.modelLocation().id(), tokens);
  }

  /// Both do the work of a job
  /// (https://docs.cloud.google.com/vertex-ai/docs/general/access-control#service-agents). The
  /// second one is made by the first job.
  private StepOutcome agents() throws CloudException {
    String number = number();
    Map<String, Set<String>> members;
    try {
      members = cloud.permissions().members(subject.project());
    } catch (CloudException.NotAllowed _) {
      return Fine.of("not-told");
    }
    List<String> commands = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    lacks(members, number, "aiplatform", "roles/aiplatform.serviceAgent", lacking, commands);
    if (!lacking.isEmpty()) {
      lacks(
          members,
          number,
          "vertex-bp",
          "roles/aiplatform.batchPredictionServiceAgent",
          lacking,
          commands);
      commands.addFirst(
          "gcloud beta services identity create --service=aiplatform.googleapis.com --project="
              + subject.project());
      return Wrong.of("lacking", String.join("\n", commands), String.join(", ", lacking));
    }
    return Fine.of("ok", "service-" + number + "@gcp-sa-aiplatform.iam.gserviceaccount.com");
  }

  private void lacks(
      Map<String, Set<String>> members,
      String number,
      String agent,
      String role,
      List<String> lacking,
      List<String> commands) {
    String mail = "service-" + number + "@gcp-sa-" + agent + ".iam.gserviceaccount.com";
    String member = "serviceAccount:" + mail;
    if (!members.getOrDefault(role, Set.of()).contains(member)) {
      lacking.add(mail);
      commands.add(remedies().grant(role, member));
    }
  }

  /// Of the smallest question there is.
  private Fine latency() throws CloudException {
    Instant asked = clock.instant();
    cloud.identity().serverTime();
    return Fine.of("ok", Elapsed.between(asked, clock.instant()).toMillis());
  }

  Remedies remedies() {
    return new Remedies(subject, by);
  }
}
