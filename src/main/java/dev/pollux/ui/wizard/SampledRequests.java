package dev.pollux.ui.wizard;

import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Interval;
import dev.pollux.cost.PlannedJob;
import dev.pollux.cost.TokenCounter;
import dev.pollux.cost.TokenSample;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TokenUsage;
import dev.pollux.domain.Value;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RowFilter;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.results.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What the draft says about the requests whose tokens are counted, and about the job to price.
final class SampledRequests {
  private SampledRequests() {}

  /// Whether requests can be made at all.
  static boolean fit(WizardModel model) {
    TableInfo info = model.table.get().orElseThrow();
    if (!model.template.get()) {
      return SourceCheck.hasRequestColumn(info.schema());
    }
    return model.spec().template().check(info.schema()).stream().noneMatch(f -> f.stops())
        && RowFilter.check(model.choice.get(), info.schema()).stream().noneMatch(f -> f.stops());
  }

  /// Whether each row is asked about, so that none needs to be looked for.
  static boolean every(WizardModel model) {
    return model.template.get() && model.chosen(model.table.get().orElseThrow()).all();
  }

  static TokenCounter counter(Cloud cloud, WizardModel model, GeminiModel chosen, Location at) {
    TableInfo info = model.table.get().orElseThrow();
    Predicate<Row> matching = model.chosen(info).matching();
    Function<Row, String> request;
    if (model.template.get()) {
      RequestRenderer renderer = new RequestRenderer(model.spec(), info.schema(), model.markKey);
      request = renderer::json;
    } else {
      int column = info.schema().indexOf("request");
      request = row -> text(row.values().get(column));
      matching = matching.and(row -> !text(row.values().get(column)).isEmpty());
    }
    return new TokenCounter(cloud.rows(), cloud.gemini(), info, chosen, at, matching, request);
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar(String text) ? text : "";
  }

  /// Places in turn for several callers.
  static List<List<Long>> dealt(List<Long> places, int hands) {
    return IntStream.range(0, Math.min(hands, places.size()))
        .mapToObj(hand ->
            IntStream.range(0, places.size())
                .filter(i -> i % hands == hand)
                .mapToObj(places::get)
                .toList())
        .toList();
  }

  static PlannedJob planned(WizardModel model, TokenSample sample) {
    GeminiModel chosen = model.geminiModel().orElseThrow();
    return new PlannedJob(
        chosen,
        model.tunedBase.get().orElse(chosen.id()),
        model.jobLocation().orElseThrow(),
        rows(model, sample),
        model.template.get() ? model.answer.get() : java.util.Optional.empty(),
        model.settings.get());
  }

  /// As they were counted in the cloud, else by the share of the sample.
  private static Interval rows(WizardModel model, TokenSample sample) {
    if (model.count.get() instanceof RowCount.Known known) {
      return Interval.of((double) known.rows());
    }
    TableInfo info = model.table.get().orElseThrow();
    return sample
        .rows(info.rows())
        .atMost((double) model.choice.get().limit().orElse(Long.MAX_VALUE));
  }

  /// What the answers of the trial used, if it was made with this model and this ask.
  static List<TokenUsage> trial(WizardModel model) {
    if (!model.geminiModel().map(GeminiModel::id).orElse("").equals(model.trialModel.get())
        || model.table.get().isEmpty()) {
      return List.of();
    }
    List<TokenUsage> used = new ArrayList<>();
    RequestRenderer renderer =
        new RequestRenderer(model.spec(), model.table.get().get().schema(), model.markKey);
    for (TrialRow row : model.trial) {
      int at = (int) row.number() - 1;
      if (row.state() instanceof TrialRow.State.Done(RowOutcome.Answered answered, var _)
          && at < model.sample.get().size()
          && renderer.json(model.sample.get().get(at)).equals(row.request())) {
        used.add(answered.tokens());
      }
    }
    return used;
  }

  /// What all rows of the trial used, whatever was asked since: it is billed all the same.
  static List<TokenUsage> billed(WizardModel model) {
    List<TokenUsage> used = new ArrayList<>();
    for (TrialRow row : model.trial) {
      if (row.state() instanceof TrialRow.State.Done(RowOutcome outcome, var _)) {
        switch (outcome) {
          case RowOutcome.Answered answered -> used.add(answered.tokens());
          case RowOutcome.Blocked blocked -> used.add(blocked.tokens());
          case RowOutcome.Failed failed -> used.add(failed.tokens());
          case RowOutcome.Missing _ -> {}
        }
      }
    }
    return used;
  }
}
