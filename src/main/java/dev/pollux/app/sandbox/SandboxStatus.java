package dev.pollux.app.sandbox;

import dev.pollux.app.child.SandboxSupervisor;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.shell.Banner;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a window says of its sandbox's process, and does when that ends: one line above the screens
/// while it is away, a message for later, and a new connection where it came back elsewhere. All
/// else stays as it is, since it serves where it served.
public final class SandboxStatus implements SandboxSupervisor.Events {
  private final Consumer<Runnable> screen;
  private final MessageLog log;
  private final Supplier<SandboxWords> words;
  private final Window window;
  private Away away = Away.NO;

  /// Whether it is there.
  private enum Away {
    NO,
    COMING_BACK,
    GIVEN_UP
  }

  /// The window as this needs it. FX thread only.
  public interface Window {
    /// Whether it shows the sandbox, or is about to.
    boolean isSimulated();

    void say(Optional<Banner> banner);

    /// Connects once more to what it shows.
    void reconnect();

    /// Starts the sandbox after it was given up.
    void startAgain();
  }

  /// @param screen runs work on the FX thread, soon
  /// @param words those of the language that is shown now
  public SandboxStatus(
      Consumer<Runnable> screen, MessageLog log, Supplier<SandboxWords> words, Window window) {
    this.screen = screen;
    this.log = log;
    this.words = words;
    this.window = window;
  }

  @Override
  public void ended(int code) {
    change(Away.COMING_BACK, () -> words.get().ended(code), false);
  }

  @Override
  public void back(SandboxAddress at, boolean elsewhere) {
    change(Away.NO, () -> words.get().back(), elsewhere);
  }

  @Override
  public void gaveUp(String said) {
    change(Away.GIVEN_UP, () -> words.get().gaveUp(said), false);
  }

  private void change(Away now, Supplier<FailureText> text, boolean reconnect) {
    screen.accept(() -> {
      away = now;
      log.add(text.get());
      show();
      if (reconnect && window.isSimulated()) {
        window.reconnect();
      }
    });
  }

  /// The window was made anew, in another language or for another connection. FX thread only.
  public void show() {
    window.say(window.isSimulated() ? banner() : Optional.empty());
  }

  private Optional<Banner> banner() {
    SandboxWords said = words.get();
    return switch (away) {
      case NO -> Optional.empty();
      case COMING_BACK -> Optional.of(new Banner(said.restarting(), false, Optional.empty()));
      case GIVEN_UP ->
          Optional.of(
              new Banner(
                  said.gaveUp("").what() + " " + said.gaveUp("").why(),
                  true,
                  Optional.of(new Banner.Remedy(said.startAgain(), this::startAgain))));
    };
  }

  private void startAgain() {
    away = Away.COMING_BACK;
    show();
    window.startAgain();
  }

  /// A connection to it stands: whatever was said of it before is over. FX thread only.
  public void connected() {
    away = Away.NO;
    show();
  }
}
