package dev.pollux.draft.check;

import dev.pollux.cost.Bill;
import dev.pollux.cost.Budget;
import dev.pollux.cost.ContextCheck;
import dev.pollux.cost.Estimate;
import dev.pollux.cost.Estimator;
import dev.pollux.cost.Interval;
import dev.pollux.cost.PlannedJob;
import dev.pollux.cost.TokenSample;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.draft.state.ChosenRows;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.models.Price;
import dev.pollux.results.outcome.RowOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What the job of a draft costs, as far as is known, and what the limits say of it.
public final class DraftCost {
  private DraftCost() {}

  /// Empty while no row was counted.
  public static Optional<Estimate> estimate(DraftState state) {
    Optional<TokenSample> sample = sample(state).filter(_ -> isSized(state));
    return sample.map(counted ->
        new Estimator(state.context().catalog(), state.context().prices())
            .estimate(planned(state, counted), counted, tried(state), state.context().today()));
  }

  private static Optional<TokenSample> sample(DraftState state) {
    return state.facts().tokens().value().filter(counted -> counted.size() > 0);
  }

  /// The price in batch, from the least to the most that is expected; empty while no row was
  /// counted, or where nobody knows what the model costs.
  public static Optional<UsdRange> price(DraftState state) {
    return estimate(state)
        .flatMap(Estimate::cost)
        .map(cost -> new UsdRange(cost.batch().low(), cost.batch().high()));
  }

  private static PlannedJob planned(DraftState state, TokenSample sample) {
    GeminiModel model = state.model().orElseThrow();
    return new PlannedJob(
        model,
        state.pricedModel().orElse(model.id()),
        state.jobLocation().orElseThrow(),
        rows(state, sample),
        state.ownRequests() ? Optional.empty() : state.spec().answer(),
        state.spec().settings());
  }

  /// Whether anything is known of how many rows there are: those that a query looked for say
  /// nothing of their share.
  private static boolean isSized(DraftState state) {
    boolean spread = new ChosenRows(state).read().isEmpty();
    return state.rows().isPresent()
        || (spread && state.table().filter(info -> info.rows() >= 0).isPresent());
  }

  /// As they were counted, else by the share of the sample.
  private static Interval rows(DraftState state, TokenSample sample) {
    OptionalLong known = state.requests();
    return known.isPresent()
        ? Interval.of((double) known.getAsLong())
        : sample
            .rows(state.table().orElseThrow().rows())
            .atMost((double) state.draft().rows().limit().orElse(Long.MAX_VALUE));
  }

  /// What the answers of the trial used, if it asked what is asked now.
  private static List<TokenUsage> tried(DraftState state) {
    return state.triedThis()
        ? outcomes(state.facts().trial().orElseThrow())
            .filter(RowOutcome.Answered.class::isInstance)
            .flatMap(outcome -> usage(outcome).stream())
            .toList()
        : List.of();
  }

  /// What a trial came to, at online price, whatever was asked since; empty where nobody knows the
  /// price, or nothing was answered.
  public static Optional<Double> trialPrice(DraftState state, Trial trial) {
    List<TokenUsage> billed = outcomes(trial).flatMap(outcome -> usage(outcome).stream()).toList();
    String priced =
        state.model().equals(Optional.of(trial.subject().model()))
            ? state.pricedModel().orElseThrow()
            : trial.subject().model().id();
    return !billed.isEmpty() && state.price(priced) instanceof Price.Known known
        ? Optional.of(Bill.rows(billed, known, Price.Mode.ONLINE))
        : Optional.empty();
  }

  private static Stream<RowOutcome> outcomes(Trial trial) {
    return trial.rows().stream()
        .map(TrialRow::state)
        .filter(TrialRow.State.Done.class::isInstance)
        .map(done -> ((TrialRow.State.Done) done).outcome());
  }

  private static Optional<TokenUsage> usage(RowOutcome outcome) {
    return switch (outcome) {
      case RowOutcome.Answered answered -> Optional.of(answered.tokens());
      case RowOutcome.Blocked blocked -> Optional.of(blocked.tokens());
      case RowOutcome.Failed failed -> Optional.of(failed.tokens());
      case RowOutcome.Missing _ -> Optional.empty();
    };
  }

  /// What the model's context window and the limits on spending say of the job.
  static List<Finding> findings(DraftState state) {
    Optional<Estimate> estimate = estimate(state);
    return Stream.concat(
            context(state, estimate).stream(), state.context().budget().check(estimate).stream())
        .toList();
  }

  private static Optional<Finding> context(DraftState state, Optional<Estimate> estimate) {
    return estimate.isEmpty()
        ? Optional.empty()
        : state
            .pricedModel()
            .flatMap(state.context().catalog()::info)
            .flatMap(info ->
                ContextCheck.check(
                    sample(state).orElseThrow(),
                    info.title(),
                    info.contextTokens(),
                    reserved(state, info)));
  }

  /// Tokens of the context that the answer may take, thinking included.
  private static int reserved(DraftState state, ModelInfo info) {
    return state.context().catalog().traits(info.model().id()).sharedContext()
        ? state.spec().settings().maxOutputTokens().orElse(info.outputTokens())
        : 0;
  }

  /// Why the person has to say yes to the price before the job is sent: it may be above the limit
  /// to ask, or nobody knows it. Empty where neither is so. The sandbox asks too, as a rehearsal.
  public static Optional<Finding> asks(DraftState state) {
    return price(state).isEmpty()
        ? Optional.of(Finding.warning("budget.no-price"))
        : findings(state).stream().filter(Budget::asks).findFirst();
  }
}
