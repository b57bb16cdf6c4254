package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.ParallelCalls;
import dev.pollux.cloud.StepsDone;
import dev.pollux.cost.TokenCounter;
import dev.pollux.cost.TokenSample;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.state.ChosenRows;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.rows.RowChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;

/// Lets the service count the tokens of some rows' requests, spread over the table. Free of charge.
record TokensLookup(Cloud cloud) implements Lookup<TokenSample> {
  private static final int AT_A_TIME = 6;

  /// What decides how many tokens go in.
  private record Subject(
      TableInfo table,
      int sampled,
      boolean ownRequests,
      RequestSpec spec,
      RowChoice rows,
      GeminiModel model,
      Location location) {}

  @Override
  public Topic topic() {
    return Topic.TOKENS;
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    Optional<TableInfo> table = state.table().filter(info -> rows(state, info) > 0);
    if (table.isEmpty()
        || state.trustedModel().isEmpty()
        || state.jobLocation().isEmpty()
        || !state.isAskable()
        || new ChosenRows(state).isReading()) {
      return Optional.empty();
    }
    return Optional.of(
        new Subject(
            table.get(),
            state.listsRows() ? 0 : state.sample().size(),
            state.ownRequests(),
            state.spec().withSettings(GenerationSettings.NONE),
            state.draft().rows(),
            state.model().get(),
            state.jobLocation().get()));
  }

  /// Among how many rows the counted ones are drawn.
  private static long rows(DraftState state, TableInfo table) {
    return state.listsRows() ? table.rows() : state.sample().size();
  }

  @Override
  public TokenSample look(DraftState state, StepsDone steps)
      throws CloudException, InterruptedException {
    TableInfo table = state.table().orElseThrow();
    TokenCounter counter = counter(state, table);
    boolean every = !state.ownRequests() && state.filter().orElseThrow().all();
    List<Callable<TokenSample>> calls =
        TokenCounter.draw(rows(state, table), TokenCounter.ROWS, rows(state, table)).stream()
            .<Callable<TokenSample>>map(place -> () -> counter.count(List.of(place), every))
            .toList();
    return new ParallelCalls(AT_A_TIME)
        .all(calls, steps).stream().reduce(TokenSample.NONE, TokenSample::plus);
  }

  private TokenCounter counter(DraftState state, TableInfo table) {
    Predicate<Row> matching = state.filter().orElseThrow().matching();
    Function<Row, String> request;
    if (state.ownRequests()) {
      int column = table.schema().indexOf("request");
      request = row -> text(row.values().get(column));
      matching = matching.and(row -> !text(row.values().get(column)).isEmpty());
    } else {
      request = state.renderer(table.schema())::json;
    }
    return new TokenCounter(
        state.listsRows() ? cloud.rows() : new SampleRows(state.sample()),
        cloud.gemini(),
        table,
        state.model().orElseThrow(),
        state.jobLocation().orElseThrow(),
        matching,
        request);
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar(String text) ? text : "";
  }
}
