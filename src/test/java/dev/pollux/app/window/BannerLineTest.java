package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.shell.Banner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One line says one thing at a time, and what waits behind it is not lost.
class BannerLineTest {
  private Optional<Banner> shown = Optional.empty();
  private final BannerLine line = new BannerLine(banner -> shown = banner);
  private final List<String> done = new ArrayList<>();

  private static Optional<Banner> banner(String text) {
    return Optional.of(new Banner(text, true, Optional.empty()));
  }

  private String text() {
    return shown.map(Banner::text).orElse("");
  }

  @Test
  void whatNothingGoesOnWithoutComesFirst() {
    line.news("a job ended", "open", () -> done.add("opened"));
    assertThat(text()).isEqualTo("a job ended");
    line.signIn(banner("signed out"));
    assertThat(text()).isEqualTo("signed out");
    line.sandbox(banner("the sandbox is gone"));
    assertThat(text()).isEqualTo("the sandbox is gone");
    line.signIn(Optional.empty());
    assertThat(text()).isEqualTo("the sandbox is gone");
    line.sandbox(Optional.empty());
    assertThat(text()).isEqualTo("a job ended");
  }

  @Test
  void newsAreGoneWhenTheyWereFollowed() {
    line.news("a job ended", "open", () -> done.add("opened with: " + text()));
    shown.flatMap(Banner::remedy).orElseThrow().action().run();

    assertThat(done).containsExactly("opened with: ");
    assertThat(shown).isEmpty();
  }
}
