package dev.pollux.app.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What mends a session without a word to the file of its credentials is found by asking.
class SignInWatchTest {
  private final CloudException early =
      new CloudException.NotSignedIn(
          "Invalid JWT: Token must be a short-lived token", "invalid_grant", null);
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private Instant now = Instant.parse("2027-11-22T12:00:00Z");
  private int mended;
  private final SignInWatch watch =
      new SignInWatch(
          cloud, background, new Words(Locale.ENGLISH), () -> now, _ -> {}, () -> mended++);

  @BeforeEach
  void end() {
    cloud.identity.failure = Optional.of(early);
    watch.onFailure(early);
    look();
    look();
    assertThat(mended).isZero();
  }

  private void look() {
    background.workAll();
    background.deliver();
  }

  @Test
  void itIsNotAskedAtEachLook() {
    cloud.identity.failure = Optional.empty();
    now = now.plusSeconds(1);
    look();
    assertThat(mended).isZero();
    now = now.plusSeconds(15);
    look();
    assertThat(mended).isEqualTo(1);
  }

  /// The clock was a year ahead, which is why the session did not hold.
  @Test
  void whoSetsTheClockBackGoesOnAtOnce() {
    cloud.identity.failure = Optional.empty();
    now = now.minus(Duration.ofDays(365));
    look();
    assertThat(mended).isEqualTo(1);
  }
}
