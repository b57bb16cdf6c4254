package dev.pollux.draft.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.draft.plan.PlanCache;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.testing.DraftFixture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DraftResearchTest {
  private final DraftState nothingKnown = new DraftFixture().fresh();

  /// Its answer, out of whatever it needs.
  private interface Answering {
    String answer(DraftState state) throws CloudException, InterruptedException;
  }

  /// @param after what has to be known before it can be asked
  private record Question(Topic topic, Optional<Topic> after, Answering answering)
      implements Lookup<String> {
    @Override
    public Optional<Object> subject(DraftState state) {
      return after.isEmpty() || state.facts().of(after.get()).value().isPresent()
          ? Optional.of(topic)
          : Optional.empty();
    }

    @Override
    public String look(DraftState state, StepsDone steps)
        throws CloudException, InterruptedException {
      return answering.answer(state);
    }
  }

  private static Question first(Topic topic, Answering answering) {
    return new Question(topic, Optional.empty(), answering);
  }

  private DraftState complete(Question... questions) throws InterruptedException {
    return new DraftResearch(new Lookups(List.of(questions), new PlanCache()))
        .complete(nothingKnown);
  }

  @Test
  void whatCanBeAskedNowIsAskedAtOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    Answering together =
        _ -> {
          all.countDown();
          return all.await(10, TimeUnit.SECONDS) ? "together" : "one after the other";
        };
    DraftState known =
        complete(
            first(Topic.SOURCE, together),
            first(Topic.MODELS, together),
            first(Topic.DATASETS, together));
    for (Topic topic : List.of(Topic.SOURCE, Topic.MODELS, Topic.DATASETS)) {
      assertThat(known.facts().of(topic).value()).as(topic.name()).contains("together");
    }
  }

  @Test
  void whatBuildsOnAnAnswerIsAskedAfterIt() throws Exception {
    DraftState known =
        complete(
            new Question(
                Topic.TOTAL,
                Optional.of(Topic.SOURCE),
                state -> "of " + state.facts().of(Topic.SOURCE).value().orElseThrow()),
            first(Topic.SOURCE, _ -> "a table"));
    assertThat(known.facts().of(Topic.TOTAL).value()).contains("of a table");
  }

  @Test
  void aQuestionThatFailsCostsNoOther() throws Exception {
    DraftState known =
        complete(
            first(
                Topic.SOURCE,
                _ -> {
                  throw new CloudException.Unavailable("not now", "", null);
                }),
            first(
                Topic.MODELS,
                _ -> {
                  throw new IllegalStateException("a fault of ours");
                }),
            first(Topic.DATASETS, _ -> "known"));
    assertThat(known.facts().of(Topic.SOURCE)).isInstanceOf(Fact.Failed.class);
    assertThat(known.facts().of(Topic.MODELS)).isInstanceOf(Fact.Failed.class);
    assertThat(known.facts().of(Topic.DATASETS).value()).contains("known");
  }

  @Test
  void whoIsStoppedStopsAllQuestions() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    Thread.ofVirtual()
        .start(() -> {
          try {
            asked.await();
            caller.interrupt();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    Question endless =
        first(
            Topic.SOURCE,
            _ -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
                return "never";
              } finally {
                stopped.countDown();
              }
            });
    assertThatThrownBy(() -> complete(endless)).isInstanceOf(InterruptedException.class);
    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aQuestionThatWasStoppedItselfIsNoFault() {
    assertThatThrownBy(() ->
            complete(
                first(
                    Topic.SOURCE,
                    _ -> {
                      throw new InterruptedException();
                    })))
        .isInstanceOf(InterruptedException.class);
  }
}
