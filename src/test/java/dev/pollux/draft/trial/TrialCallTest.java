package dev.pollux.draft.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.value.Row;
import dev.pollux.testing.DraftFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A model that has no room just now is asked again, later each time.
class TrialCallTest {
  private static final TrialRow ROW =
      new TrialRow(1, new Row(List.of()), "Hello", "{}", new TrialRow.State.Waiting());
  private final List<Duration> pauses = new ArrayList<>();
  private final DraftFixture fixture = new DraftFixture();

  /// Has no room for so many calls.
  private static final class Full implements Gemini {
    private int calls;
    private final int refusals;

    Full(int refusals) {
      this.refusals = refusals;
    }

    @Override
    public String generate(GeminiModel model, Location location, String request)
        throws CloudException {
      if (++calls <= refusals) {
        throw new CloudException.QuotaExceeded("Resource exhausted.", "RESOURCE_EXHAUSTED", null);
      }
      return "{\"candidates\":[]}";
    }

    @Override
    public long countTokens(GeminiModel model, Location location, String request) {
      return 0;
    }
  }

  private TrialRow.State ask(Gemini gemini, TrialCall.Pause pause) throws CloudException {
    return new TrialCall(gemini, InstantSource.system(), pause)
        .ask(fixture.known().trialSubject().orElseThrow(), ROW);
  }

  @Test
  void isAskedAgainLaterEachTime() throws Exception {
    Full gemini = new Full(3);
    assertThat(ask(gemini, pauses::add)).isInstanceOf(TrialRow.State.Done.class);
    assertThat(gemini.calls).isEqualTo(4);
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L);
  }

  @Test
  void aClockThatIsSetBackMakesNoAnswerComeBeforeItsQuestion() throws Exception {
    Iterator<Instant> clock =
        List.of(Instant.EPOCH.plus(Duration.ofHours(1)), Instant.EPOCH).iterator();
    TrialRow.State state =
        new TrialCall(new Full(0), clock::next, pauses::add)
            .ask(fixture.known().trialSubject().orElseThrow(), ROW);
    assertThat(((TrialRow.State.Done) state).took()).isZero();
  }

  @Test
  void isNotAskedForEver() {
    Full gemini = new Full(100);
    assertThatThrownBy(() -> ask(gemini, pauses::add))
        .isInstanceOf(CloudException.QuotaExceeded.class);
    assertThat(gemini.calls).isEqualTo(5);
  }

  @Test
  void whoStopsTheTrialDoesNotWait() {
    Full gemini = new Full(100);
    assertThatThrownBy(() ->
            ask(
                gemini,
                _ -> {
                  throw new InterruptedException();
                }))
        .isInstanceOf(CloudException.QuotaExceeded.class);
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(gemini.calls).isEqualTo(1);
  }
}
