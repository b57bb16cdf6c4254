package dev.pollux.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.child.SandboxNotStarted;
import dev.pollux.app.child.SandboxNotStarted.Reason;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.shell.Banner;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a window says while its sandbox is away, and when it is back.
class SandboxStatusTest {
  private static final SandboxAddress AT =
      new SandboxAddress(URI.create("http://127.0.0.1:1"), "127.0.0.1:2", "t", "p");
  private final MessageLog log = new MessageLog(() -> Instant.EPOCH);
  private final List<String> done = new ArrayList<>();
  private Locale language = Locale.ENGLISH;
  private boolean simulated = true;
  private Optional<Banner> banner = Optional.empty();
  private final SandboxStatus status =
      new SandboxStatus(
          Runnable::run,
          log,
          () -> new SandboxWords(new Words(language)),
          new SandboxStatus.Window() {
            @Override
            public boolean isSimulated() {
              return simulated;
            }

            @Override
            public void say(Optional<Banner> said) {
              banner = said;
            }

            @Override
            public void reconnect() {
              done.add("reconnect");
            }

            @Override
            public void startAgain() {
              done.add("start again");
            }
          });

  private String said() {
    return banner.map(Banner::text).orElse("");
  }

  @Test
  void isSaidWhileItIsAwayAndKeptInTheMessages() {
    status.ended(137);
    assertThat(said()).isEqualTo("The sandbox ended unexpectedly and is being started again.");
    assertThat(banner.orElseThrow().remedy()).isEmpty();
    status.back(AT, false);
    assertThat(banner).isEmpty();
    assertThat(done).as("the clients find it where it was").isEmpty();
    assertThat(log.messages())
        .extracting(message -> message.text().what())
        .containsExactly(
            "The sandbox is back.", "The sandbox ended unexpectedly and is being started again.");
    assertThat(log.messages().getLast().text().details()).contains("137");
  }

  @Test
  void whereItCameBackElsewhereTheWindowConnectsAgain() {
    status.ended(137);
    status.back(AT, true);
    assertThat(done).containsExactly("reconnect");
  }

  @Test
  void onceGivenUpItIsStartedByAButton() {
    status.gaveUp("the disk is full");
    assertThat(said()).startsWith("The sandbox does not stay up. It ended several times");
    assertThat(banner.orElseThrow().grave()).isTrue();
    assertThat(log.messages().getFirst().text().details()).isEqualTo("the disk is full");
    Banner.Remedy remedy = banner.orElseThrow().remedy().orElseThrow();
    assertThat(remedy.name()).isEqualTo("Start again");
    remedy.action().run();
    assertThat(done).containsExactly("start again");
    assertThat(banner.orElseThrow().remedy()).as("not twice").isEmpty();
    status.connected();
    assertThat(banner).isEmpty();
  }

  @Test
  void staysInAnotherLanguage() {
    status.gaveUp("");
    language = Locale.FRENCH;
    status.show();
    assertThat(said()).startsWith("Le bac à sable ne tient pas.");
  }

  @Test
  void whoWorksWithGoogleIsNotDisturbed() {
    simulated = false;
    status.ended(137);
    status.back(AT, true);
    status.gaveUp("");
    assertThat(banner).isEmpty();
    assertThat(done).isEmpty();
    assertThat(log.messages()).hasSize(3);
  }

  @Test
  void everyReasonNotToStartHasWordsInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      SandboxWords words = new SandboxWords(new Words(locale));
      assertThat(
              Arrays.stream(Reason.values())
                  .map(reason -> words.notStarted(new SandboxNotStarted(reason, "said", null)))
                  .map(FailureText::why))
          .doesNotHaveDuplicates()
          .allMatch(why -> why.endsWith("."));
    }
  }
}
