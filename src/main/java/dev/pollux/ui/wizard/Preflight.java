package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.Value;
import dev.pollux.draft.RequestSource;
import dev.pollux.draft.RunPlan;
import dev.pollux.prompt.OwnRequestsSql;
import dev.pollux.prompt.RequestCheck;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The checks before sending that ask the cloud: each says at the review what it found. They run
/// when the review comes to the front, and again when what will be sent has changed.
final class Preflight {
  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final WizardModel model;
  private final Runnable heard;
  private final LatestOnly requests = new LatestOnly();
  private @Nullable Object looked;

  Preflight(Cloud cloud, Background background, Words words, WizardModel model, Runnable heard) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.model = model;
    this.heard = heard;
  }

  /// @param plan what would be sent; empty while something stops it
  void look(Optional<RunPlan> plan) {
    Object key =
        plan.map(p -> List.of(p.fingerprint(), p.destination(), p.requests().table()))
            .orElse(List.of());
    if (key.equals(looked)) {
      return;
    }
    looked = key;
    model.preflight.setAll(List.of());
    requests.cancel();
    if (plan.isEmpty()) {
      return;
    }
    TableInfo info = model.table.get().orElseThrow();
    model.preflight.addAll(sample(info));
    model.checking.set(true);
    requests.start(
        background
            .task(words.get("wizard.preflight.task"), _ -> ask(plan.get(), info))
            .onSuccess(found -> {
              model.preflight.addAll(found);
              heard.run();
            })
            .onFailure(e -> {
              looked = null;
              model.preflight.add(
                  Finding.stop(
                      "preflight.refused",
                      new FailureWords(words)
                          .explain(words.get("wizard.preflight.failed"), e)
                          .sentence()));
              heard.run();
            })
            .andFinally(() -> model.checking.set(false)));
  }

  /// The requests of the rows that are here, as they will be sent.
  private List<Finding> sample(TableInfo info) {
    if (!model.template.get()) {
      return List.of();
    }
    RequestRenderer renderer = new RequestRenderer(model.spec(), info.schema(), model.markKey);
    List<Finding> found = new ArrayList<>();
    long checked = 0;
    for (int i = 0; i < model.sample.get().size(); i++) {
      if (!renderer.skips(model.sample.get().get(i))) {
        checked++;
        for (Finding finding : RequestCheck.check(renderer.json(model.sample.get().get(i)))) {
          List<Object> args = new ArrayList<>(finding.args());
          args.addFirst((long) i + 1);
          found.add(new Finding(finding.level(), "row." + finding.code(), args));
        }
      }
    }
    List<Finding> worst =
        found.stream().filter(Finding::stops).findFirst().map(List::of).orElse(List.of());
    return !worst.isEmpty()
        ? worst
        : found.stream()
            .filter(f -> f.level() == Severity.WARNING)
            .findFirst()
            .map(List::of)
            .orElse(List.of(Finding.ok("request.sample-ok", checked)));
  }

  private List<Finding> ask(RunPlan plan, TableInfo info)
      throws CloudException, InterruptedException {
    List<Finding> found = new ArrayList<>();
    switch (plan.requests()) {
      case RequestSource.Made made -> found.add(dryRun(made.query()));
      case RequestSource.OwnColumn _ -> found.add(all(info));
    }
    found.addAll(new AccessCheck(cloud).of(plan));
    found.addAll(new FilesCheck(cloud.files()).of(requests(info)));
    return found;
  }

  /// Requests of the rows that are here.
  private List<String> requests(TableInfo info) {
    if (model.template.get()) {
      RequestRenderer renderer = new RequestRenderer(model.spec(), info.schema(), model.markKey);
      return model.sample.get().stream().map(renderer::json).toList();
    }
    int column = info.schema().indexOf("request");
    return model.sample.get().stream()
        .map(row -> row.values().get(column))
        .filter(Value.Scalar.class::isInstance)
        .map(value -> ((Value.Scalar) value).text())
        .toList();
  }

  private Finding dryRun(Query query) throws CloudException {
    long bytes = cloud.queries().dryRun(query).bytesProcessed();
    return Finding.ok("preflight.bytes", bytes / 1e6, QueryPrice.dollars(bytes));
  }

  private Finding all(TableInfo info) throws CloudException, InterruptedException {
    Query query = OwnRequestsSql.of(info.ref(), info.schema(), info.location());
    String id = "pollux_check_" + UUID.randomUUID().toString().replace('-', '_');
    return OwnRequestsSql.read(cloud.queries().run(query, id).rows().getFirst());
  }
}
