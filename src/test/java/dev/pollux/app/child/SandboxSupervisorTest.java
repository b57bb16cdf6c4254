package dev.pollux.app.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.app.child.SandboxNotStarted.Reason;
import dev.pollux.cli.sandbox.SandboxAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A process that ends is started again at the same place, elsewhere where that is taken, and not
/// for ever.
class SandboxSupervisorTest {
  private static final String AWAY = "ended 137";
  private final BlockingQueue<FakeChild> spawned = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> story = new LinkedBlockingQueue<>();
  private final List<Integer> taken = new ArrayList<>();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final SandboxSupervisor supervisor =
      new SandboxSupervisor(
          this::spawn,
          Duration.ofSeconds(9),
          now::get,
          new SandboxSupervisor.Events() {
            @Override
            public void ended(int code) {
              story.add("ended " + code);
            }

            @Override
            public void back(SandboxAddress at, boolean elsewhere) {
              story.add((elsewhere ? "elsewhere " : "back ") + at.rest().getPort());
            }

            @Override
            public void gaveUp(String said) {
              story.add("gave up: " + said);
            }
          });

  private int nextPort = 5000;
  private int brokenFrom = Integer.MAX_VALUE;

  /// A process that serves at once, or says that it cannot.
  private static final class FakeChild implements ChildProcess {
    private final SandboxPlace place;
    private final boolean broken;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private volatile boolean closed;

    FakeChild(SandboxPlace place, boolean broken) {
      this.place = place;
      this.broken = broken;
    }

    @Override
    public SandboxAddress address(Duration patience) throws SandboxNotStarted {
      if (broken) {
        throw new SandboxNotStarted(Reason.ENDED, "the port is taken", null);
      }
      return new SandboxAddress(
          URI.create("http://127.0.0.1:" + place.restPort()),
          "127.0.0.1:" + place.grpcPort(),
          place.token(),
          "p");
    }

    @Override
    public CompletableFuture<Integer> ended() {
      return end;
    }

    @Override
    public String said() {
      return "it said";
    }

    @Override
    public long pid() {
      return 1;
    }

    @Override
    public void close() {
      closed = true;
      end.complete(0);
    }
  }

  private FakeChild spawn(SandboxPlace asked) {
    SandboxPlace place =
        asked.restPort() == 0 ? new SandboxPlace(nextPort++, nextPort++, asked.token()) : asked;
    FakeChild child =
        new FakeChild(place, taken.contains(place.restPort()) || place.restPort() >= brokenFrom);
    spawned.add(child);
    return child;
  }

  private FakeChild next() throws InterruptedException {
    FakeChild child = spawned.poll(10, TimeUnit.SECONDS);
    assertThat(child).as("a process").isNotNull();
    return child;
  }

  private String told() throws InterruptedException {
    return story.poll(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void startsOnceForAllWhoAsk() throws Exception {
    supervisor.prepare();
    supervisor.prepare();
    assertThat(supervisor.address().rest()).hasToString("http://127.0.0.1:5000");
    assertThat(supervisor.address()).isEqualTo(supervisor.address());
    next();
    assertThat(spawned).isEmpty();
  }

  @Test
  void comesBackAtTheSamePlaceWithTheSameToken() throws Exception {
    SandboxAddress before = supervisor.address();
    next().end.complete(137);
    assertThat(told()).isEqualTo(AWAY);
    assertThat(told()).isEqualTo("back 5000");
    assertThat(supervisor.address()).isEqualTo(before);
    assertThat(next().place.token()).isEqualTo(before.token());
  }

  @Test
  void wherePlaceIsTakenItComesBackElsewhereWithAnotherToken() throws Exception {
    SandboxAddress before = supervisor.address();
    taken.add(5000);
    next().end.complete(137);
    assertThat(told()).isEqualTo(AWAY);
    assertThat(told()).isEqualTo("elsewhere 5002");
    assertThat(supervisor.address().token())
        .as("who took the place may have heard the old one")
        .isNotEqualTo(before.token());
  }

  @Test
  void afterThreeRestartsInAMinuteItIsGivenUpUntilSomebodyAsks() throws Exception {
    supervisor.address();
    for (int i = 0; i < 3; i++) {
      next().end.complete(137);
      assertThat(told()).isEqualTo(AWAY);
      assertThat(told()).startsWith("back");
    }
    next().end.complete(137);
    assertThat(told()).isEqualTo(AWAY);
    assertThat(told()).isEqualTo("gave up: it said");
    assertThat(spawned).isEmpty();

    supervisor.startAgain();
    assertThat(told()).isEqualTo("elsewhere 5002");
    assertThat(supervisor.address().rest().getPort()).isEqualTo(5002);
  }

  @Test
  void aMinuteLaterThereAreThreeMore() throws Exception {
    supervisor.address();
    for (int i = 0; i < 10; i++) {
      next().end.complete(137);
      assertThat(told()).isEqualTo(AWAY);
      assertThat(told()).startsWith("back");
      now.updateAndGet(at -> at.plusSeconds(21));
    }
  }

  @Test
  void oneThatDoesNotComeUpAgainIsGivenUpWithWhatItSaid() throws Exception {
    supervisor.address();
    brokenFrom = 0;
    next().end.complete(137);
    assertThat(told()).isEqualTo(AWAY);
    assertThat(told()).isEqualTo("gave up: the port is taken");
    assertThat(spawned).hasSize(3).allMatch(child -> child.closed);
  }

  @Test
  void aFirstStartThatFailsIsToldAndTheNextCallTriesAgain() throws Exception {
    brokenFrom = 0;
    supervisor.prepare();
    assertThatThrownBy(supervisor::address)
        .isInstanceOfSatisfying(
            SandboxNotStarted.class, e -> assertThat(e.reason()).isEqualTo(Reason.ENDED));
    assertThat(spawned).as("told once, started once").hasSize(1);
    brokenFrom = Integer.MAX_VALUE;
    assertThat(supervisor.address().rest().getPort()).isEqualTo(5002);
    assertThat(story).isEmpty();
  }

  @Test
  void oneThatIsToldToEndStaysAway() throws Exception {
    supervisor.address();
    FakeChild child = next();
    supervisor.close();
    assertThat(child.closed).isTrue();
    assertThat(story).isEmpty();
    assertThat(spawned).isEmpty();
    supervisor.startAgain();
    assertThat(spawned).as("closed is closed").isEmpty();
  }
}
