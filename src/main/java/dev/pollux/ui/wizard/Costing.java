package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Bill;
import dev.pollux.cost.Budget;
import dev.pollux.cost.ContextCheck;
import dev.pollux.cost.Estimate;
import dev.pollux.cost.Estimator;
import dev.pollux.cost.TokenCounter;
import dev.pollux.cost.TokenSample;
import dev.pollux.cost.Usage;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableInfo;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.Price;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.Money;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Keeps the estimate in step with the draft: counts some rows with the service once the person
/// comes to choose a model, several calls at a time, and works out the money anew whenever
/// something else changes.
final class Costing {
  private static final long PAUSE_MILLIS = 500;
  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final InstantSource clock;
  private final CostKnowledge costs;
  private final WizardModel model;
  private final Runnable heard;
  private final Estimator estimator;
  private final TunedBase base;
  private final LatestOnly pause = new LatestOnly();
  private Optional<SampleRun> running = Optional.empty();
  private Optional<Counted> counted = Optional.empty();
  private Optional<Counted> begun = Optional.empty();
  private TokenSample sample = TokenSample.NONE;
  private List<Usage> tried = List.of();
  private boolean agreed;

  /// What decides how many tokens go in.
  private record Counted(
      TableInfo table,
      boolean template,
      RequestSpec spec,
      RowChoice choice,
      GeminiModel model,
      Location location) {}

  Costing(
      Cloud cloud,
      Background background,
      Words words,
      InstantSource clock,
      CostKnowledge costs,
      WizardModel model,
      Runnable heard) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.clock = clock;
    this.costs = costs;
    this.model = model;
    this.heard = heard;
    this.base = new TunedBase(cloud.models(), background, model, heard);
    this.estimator = new Estimator(costs.catalog(), costs.prices());
    model.trying.addListener((_, _, trying) -> {
      if (trying) {
        model.trialCostText.set("");
      } else {
        onTrial();
      }
    });
  }

  boolean simulated() {
    return cloud.connection().simulated();
  }

  CostKnowledge knowledge() {
    return costs;
  }

  /// What a model costs today, where the job would run.
  Price price(String id) {
    return costs.prices().price(id, today(), model.jobLocation().orElse(Location.GLOBAL));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Something may have changed.
  void refresh() {
    base.refresh();
    Optional<Counted> wanted = wanted();
    tried = wanted.isPresent() ? SampledRequests.trial(model) : List.of();
    agreed = agreed && wanted.equals(counted);
    if (wanted.isPresent() && wanted.equals(counted)) {
      work();
    } else if (wanted.isEmpty() || !wanted.equals(begun)) {
      drop();
      show(new CostState.None(wanted.isPresent()));
      boolean looking = model.step.get() == Step.MODEL || model.step.get() == Step.REVIEW;
      if (wanted.isPresent() && looking) {
        begun = wanted;
        pause.start(
            background
                .task(_ -> {
                  TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                  return true;
                })
                .onSuccess(_ -> count(wanted.get()))
                .onFailure(_ -> {}));
      }
    }
  }

  private Optional<Counted> wanted() {
    Optional<TableInfo> info = model.table.get().filter(t -> t.rows() > 0);
    Optional<GeminiModel> chosen = model.geminiModel();
    Optional<Location> at = model.jobLocation();
    if (info.isEmpty() || chosen.isEmpty() || at.isEmpty() || !SampledRequests.fit(model)) {
      return Optional.empty();
    }
    return Optional.of(
        new Counted(
            info.get(),
            model.template.get(),
            model.spec().withSettings(GenerationSettings.NONE),
            model.choice.get(),
            chosen.get(),
            at.get()));
  }

  /// Counts again, or for the first time.
  void onCount() {
    wanted()
        .ifPresent(wanted -> {
          drop();
          begun = Optional.of(wanted);
          count(wanted);
        });
  }

  /// Stops counting; a click on recount begins anew.
  void onStop() {
    Optional<Counted> stopped = begun;
    drop();
    begun = stopped;
    show(new CostState.None(true));
    heard.run();
  }

  private void drop() {
    pause.cancel();
    running.ifPresent(SampleRun::cancel);
    running = Optional.empty();
    counted = Optional.empty();
    begun = Optional.empty();
  }

  private void count(Counted wanted) {
    List<Long> places =
        TokenCounter.draw(wanted.table.rows(), TokenCounter.ROWS, wanted.table.rows());
    SampleRun run =
        new SampleRun(
                background,
                SampledRequests.counter(cloud, model, wanted.model, wanted.location),
                SampledRequests.every(model))
            .onProgress(left -> show(new CostState.Counting(places.size() - left, places.size())))
            .onDone(found -> finish(wanted, found))
            .onFailure(this::onFailed);
    running = Optional.of(run);
    run.start(places);
  }

  private void finish(Counted wanted, TokenSample found) {
    running = Optional.empty();
    sample = found;
    counted = Optional.of(wanted);
    work();
    heard.run();
  }

  private void onFailed(Exception problem) {
    Optional<Counted> failed = begun;
    drop();
    begun = failed;
    show(
        new CostState.Failed(
            new FailureWords(words).explain(words.get("wizard.cost.failed"), problem).sentence()));
    heard.run();
  }

  /// From tokens to money.
  private void work() {
    if (sample.size() == 0) {
      show(new CostState.Failed(words.get("wizard.cost.no-row")));
      return;
    }
    show(
        new CostState.Known(
            estimator.estimate(SampledRequests.planned(model, sample), sample, tried, today())));
  }

  private void show(CostState state) {
    model.cost.set(state);
    model.costText.set(
        estimate()
            .flatMap(Estimate::cost)
            .map(cost -> Money.range(words, cost.batch().low(), cost.batch().high()))
            .orElse(""));
    model.costFindings.setAll(findings());
  }

  /// A trial that ends tells how long answers are, and has its price.
  private void onTrial() {
    List<Usage> billed = SampledRequests.billed(model);
    model.trialCostText.set(
        Optional.of(price(model.tunedBase.get().orElse(model.trialModel.get())))
            .filter(price -> price instanceof Price.Known && !billed.isEmpty())
            .map(price ->
                Money.usd(words, Bill.rows(billed, (Price.Known) price, Price.Mode.ONLINE)))
            .orElse(""));
    heard.run();
  }

  private Optional<Estimate> estimate() {
    return model.cost.get() instanceof CostState.Known(Estimate known)
        ? Optional.of(known)
        : Optional.empty();
  }

  Budget budget() {
    return costs.budget().get();
  }

  void onBudget(Budget budget) {
    costs.keep().accept(budget);
    heard.run();
  }

  /// What the model's size and the limits say of the job. The sandbox is free: nobody is asked
  /// there, but a limit holds.
  private List<Finding> findings() {
    return Stream.concat(
            context().stream(),
            budget().check(estimate()).stream().filter(finding -> finding.stops() || !simulated()))
        .toList();
  }

  private Optional<Finding> context() {
    return estimate().isEmpty()
        ? Optional.empty()
        : model
            .geminiModel()
            .map(chosen -> model.tunedBase.get().orElse(chosen.id()))
            .flatMap(costs.catalog()::info)
            .flatMap(info -> ContextCheck.check(sample, info.title(), info.contextTokens()));
  }

  /// Whether the job may be sent for what it may cost. Says why not; asked again, it may.
  boolean agreed() {
    Optional<Finding> asks = model.costFindings.stream().filter(Budget::asks).findFirst();
    if (asks.isEmpty() || agreed) {
      return true;
    }
    agreed = true;
    model.error.set(
        words.get("prompt." + asks.get().code(), asks.get().args().toArray())
            + " "
            + words.get("wizard.cost.press-again"));
    return false;
  }
}
