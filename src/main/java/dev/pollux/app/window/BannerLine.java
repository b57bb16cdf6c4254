package dev.pollux.app.window;

import dev.pollux.ui.shell.Banner;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// The one line above all screens. Of what is to be said there, what nothing goes on without comes
/// first: the sandbox, then the sign-in, then news of a job. FX thread only.
public final class BannerLine {
  private final Consumer<Optional<Banner>> line;
  private Optional<Banner> sandbox = Optional.empty();
  private Optional<Banner> signIn = Optional.empty();
  private Optional<Banner> news = Optional.empty();
  private int told;

  /// @param what is said
  /// @param open shows what it is about
  public record News(String what, Runnable open) {}

  /// @param what says how many there are
  /// @param open shows what they are about
  public record Several(IntFunction<String> what, Runnable open) {}

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

  /// One piece of news more. They are gone when their remedy is pressed.
  ///
  /// @param one what is said and opened while it is the only one
  /// @param several the same of it and those before
  /// @param remedy what its button says
  public void news(News one, Several several, String remedy) {
    told++;
    News now = told == 1 ? one : new News(several.what().apply(told), several.open());
    Runnable pressed =
        () -> {
          told = 0;
          news = Optional.empty();
          show();
          now.open().run();
        };
    news =
        Optional.of(new Banner(now.what(), false, Optional.of(new Banner.Remedy(remedy, pressed))));
    show();
  }

  private void show() {
    line.accept(sandbox.or(() -> signIn).or(() -> news));
  }
}
