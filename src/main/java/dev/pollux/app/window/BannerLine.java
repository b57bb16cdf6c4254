package dev.pollux.app.window;

import dev.pollux.ui.shell.Banner;
import java.util.Optional;
import java.util.function.Consumer;

/// The one line above all screens. Of what is to be said there, what nothing goes on without comes
/// first: the sandbox, then the sign-in, then news of a job. FX thread only.
public final class BannerLine {
  private final Consumer<Optional<Banner>> line;
  private Optional<Banner> sandbox = Optional.empty();
  private Optional<Banner> signIn = Optional.empty();
  private Optional<Banner> news = Optional.empty();

  /// @param line shows a banner, or none
  public BannerLine(Consumer<Optional<Banner>> line) {
    this.line = line;
  }

  public void sandbox(Optional<Banner> banner) {
    sandbox = banner;
    show();
  }

  public void signIn(Optional<Banner> banner) {
    signIn = banner;
    show();
  }

  /// News, which are gone when their remedy is pressed.
  ///
  /// @param remedy what it says
  /// @param action what it does
  public void news(String what, String remedy, Runnable action) {
    Banner.Remedy pressed =
        new Banner.Remedy(
            remedy,
            () -> {
              news = Optional.empty();
              show();
              action.run();
            });
    news = Optional.of(new Banner(what, false, Optional.of(pressed)));
    show();
  }

  private void show() {
    line.accept(sandbox.or(() -> signIn).or(() -> news));
  }
}
