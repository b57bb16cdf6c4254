package dev.pollux.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command of each system gets title and text as they are, whatever they hold.
class CommandNoticeTest {
  private static final String TITLE = "--help $(touch x)";
  private static final String TEXT = "\"; rm -rf ~; 'Done'";

  @ParameterizedTest
  @CsvSource({"Linux, notify-send", "FreeBSD, notify-send", "Mac OS X, osascript"})
  void titleAndTextAreArgumentsOfTheirOwn(String system, String program) {
    List<String> command = new ArrayList<>();
    boolean shown =
        new CommandNotice(
                system,
                (started, _) -> {
                  command.addAll(started);
                  return Optional.of(0);
                })
            .show(TITLE, TEXT);
    assertThat(shown).isTrue();
    assertThat(command).startsWith(program).endsWith(TITLE, TEXT);
  }

  @Test
  void windowsReadsThemFromTheEnvironment() {
    new CommandNotice(
            "Windows 11",
            (started, variables) -> {
              assertThat(String.join(" ", started)).doesNotContain(TITLE, TEXT);
              assertThat(variables).isEqualTo(Map.of("POLLUX_TITLE", TITLE, "POLLUX_TEXT", TEXT));
              return Optional.empty();
            })
        .show(TITLE, TEXT);
  }

  @Test
  void aProgramThatIsNotThereOrFailsShowsNothing() {
    assertThat(
            new CommandNotice(
                    "Linux",
                    (_, _) -> {
                      throw new IOException("no such file");
                    })
                .show(TITLE, TEXT))
        .isFalse();
    assertThat(new CommandNotice("Linux", (_, _) -> Optional.of(1)).show(TITLE, TEXT)).isFalse();
  }
}
