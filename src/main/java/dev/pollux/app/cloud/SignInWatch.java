package dev.pollux.app.cloud;

import dev.pollux.background.Background;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.SignIn;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.SignInWords;
import dev.pollux.ui.shell.Banner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Says once, above all screens, that a session has ended, with the command that mends it, and
/// looks until it is mended: then everything goes on by itself. FX thread only.
public final class SignInWatch {
  /// How often the file of the credentials is looked at.
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// Not every remedy writes that file: a clock is set, a role is granted.
  private static final Duration ASK = Duration.ofSeconds(15);

  private final Cloud cloud;
  private final Background background;
  private final SignInWords said;
  private final InstantSource clock;
  private final Consumer<Optional<Banner>> banner;
  private final Runnable mended;
  private boolean ended;

  /// @param banner shows what is said, or takes it away
  /// @param mended called when the session holds again
  public SignInWatch(
      Cloud cloud,
      Background background,
      Words words,
      InstantSource clock,
      Consumer<Optional<Banner>> banner,
      Runnable mended) {
    this.cloud = cloud;
    this.background = background;
    this.said = new SignInWords(words);
    this.clock = clock;
    this.banner = banner;
    this.mended = mended;
  }

  /// Hears of every failure of the connection.
  public void onFailure(Exception failure) {
    if (!ended && failure instanceof CloudException.NotSignedIn why) {
      ended = true;
      background
          .task(_ -> who(why))
          .onSuccess(by -> {
            banner.accept(Optional.of(banner(by)));
            look(new Seen(Optional.empty(), Instant.EPOCH));
          })
          .start();
    }
  }

  private SignIn who(CloudException.NotSignedIn why) {
    if (why.by().isPresent()) {
      return why.by().get();
    }
    try {
      return cloud.identity().signIn();
    } catch (CloudException.NotSignedIn none) {
      return none.by().orElse(SignIn.NONE);
    } catch (CloudException _) {
      return SignIn.NONE;
    }
  }

  private Banner banner(SignIn by) {
    return new Banner(
        said.why(by) + " " + said.next(by),
        true,
        Optional.of(new Banner.Remedy(said.copy(), () -> copy(said.command(by)))));
  }

  private static void copy(String command) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command));
  }

  /// What was asked last.
  ///
  /// @param written when the file had been written by then
  private record Seen(Optional<Instant> written, Instant asked) {}

  private void look(Seen before) {
    background
        .task(_ -> looked(before))
        .delayed(LOOK)
        .onSuccess(seen -> {
          if (seen.isPresent()) {
            look(seen.get());
          } else {
            ended = false;
            banner.accept(Optional.empty());
            mended.run();
          }
        })
        .start();
  }

  /// Empty when it holds again.
  private Optional<Seen> looked(Seen before) {
    Optional<Instant> written = cloud.identity().written();
    Instant now = clock.instant();
    // To set the clock back is a remedy as well.
    boolean lately = !now.isBefore(before.asked()) && now.isBefore(before.asked().plus(ASK));
    if (written.equals(before.written()) && lately) {
      return Optional.of(before);
    }
    return holds() ? Optional.empty() : Optional.of(new Seen(written, now));
  }

  /// Whether somebody answered who was asked as this caller; that the answer is a refusal of
  /// something else says that the caller is known.
  private boolean holds() {
    try {
      cloud.identity().token();
      cloud.catalog().reach(cloud.connection().project());
      return true;
    } catch (CloudException.NotSignedIn | CloudException.Unavailable _) {
      return false;
    } catch (CloudException _) {
      return true;
    }
  }
}
