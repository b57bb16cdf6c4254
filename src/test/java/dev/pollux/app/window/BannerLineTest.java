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
    ended("a");
    assertThat(text()).isEqualTo("a ended");
    line.signIn(banner("signed out"));
    assertThat(text()).isEqualTo("signed out");
    line.sandbox(banner("the sandbox is gone"));
    assertThat(text()).isEqualTo("the sandbox is gone");
    line.signIn(Optional.empty());
    assertThat(text()).isEqualTo("the sandbox is gone");
    line.sandbox(Optional.empty());
    assertThat(text()).isEqualTo("a ended");
  }

  private void ended(String job) {
    line.news(
        new BannerLine.News(job + " ended", () -> done.add("opened " + job + text())),
        new BannerLine.Several(many -> many + " jobs ended", () -> done.add("opened all")),
        "open");
  }

  private void open() {
    shown.flatMap(Banner::remedy).orElseThrow().action().run();
  }

  @Test
  void newsAreGoneWhenTheyWereFollowed() {
    ended("a");
    open();

    assertThat(done).containsExactly("opened a");
    assertThat(shown).isEmpty();
  }

  /// Whoever was away is told of each.
  @Test
  void newsThatComeTogetherAreCounted() {
    ended("a");
    ended("b");
    assertThat(text()).isEqualTo("2 jobs ended");
    open();
    assertThat(done).containsExactly("opened all");

    ended("c");
    assertThat(text()).as("from then on").isEqualTo("c ended");
  }
}
