package dev.pollux.app;

import dev.pollux.app.child.SandboxNotStarted;
import dev.pollux.app.sandbox.SandboxWords;
import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.ConnectionController;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Which cloud the window shows, and the way from one to the next. FX thread only.
///
/// There is one attempt at a time: a new one ends the one before, whose answer never comes. While
/// no cloud is connected the screens of the attempt stand already, and what they ask waits; where
/// one is connected it goes on until the next one is.
final class ConnectionSession implements AutoCloseable {
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final Opener opener;
  private final ConnectionController chip;
  private final Window window;
  private final LatestOnly attempt = new LatestOnly();
  private @Nullable GoogleCloud shown;
  private @Nullable GoogleCloud tried;
  private boolean connected;

  /// Tells a cloud where it is; blocks.
  interface Opener {
    void connect(GoogleCloud cloud) throws Exception;
  }

  /// The window as the session needs it.
  interface Window {
    /// Shows the screens of a cloud; there are none of another one.
    void show(GoogleCloud cloud);

    /// Whether what the screens do may be stopped for another connection; asks the person where
    /// something would be missing.
    boolean mayLeave();

    /// Takes the screens away, and ends what they do.
    void leave();

    /// The cloud whose screens are shown is connected.
    void connected(Connection connection);

    /// No screens are shown, and this is why.
    void refused(FailureText why, Runnable again);

    /// Another cloud could not be connected; the screens stay.
    void stayed(FailureText why);

    /// Nobody is signed in to the cloud whose screens are shown. They stay, and go on with
    /// [ConnectionSession#signedIn()].
    void signedOut(CloudException.NotSignedIn why);
  }

  ConnectionSession(
      Background background, Words words, Opener opener, ConnectionController chip, Window window) {
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.opener = opener;
    this.chip = chip;
    this.window = window;
  }

  /// Connects, whatever the screens do: there are none so far, or where they lead nothing answers.
  void connect(Connection connection) {
    reach(attempt(connection), () -> true);
  }

  /// The person chose another connection. Where the screens are making something when it answers,
  /// the person is asked, and may stay.
  void goTo(Connection connection) {
    reach(attempt(connection), window::mayLeave);
  }

  private GoogleCloud attempt(Connection connection) {
    attempt.cancel();
    GoogleCloud cloud = GoogleCloud.connecting(connection);
    if (!connected) {
      show(cloud);
    }
    chip.connecting(connection);
    return cloud;
  }

  /// The person is signed in again: a connection that waited for that is made.
  void signedIn() {
    if (!connected && shown != null) {
      reach(shown, () -> true);
    }
  }

  private void reach(GoogleCloud cloud, BooleanSupplier mayLeave) {
    tried = cloud;
    Connection connection = cloud.connection();
    attempt.start(
        background
            .named(
                words.get(connection.simulated() ? "local.starting" : "shell.connecting"),
                _ -> {
                  opener.connect(cloud);
                  return cloud;
                })
            .onCancelled(
                () -> onRefused(cloud, failures.stopped(words.get("shell.connect.failed"))))
            .onSuccess(there -> onConnected(there, mayLeave))
            .onFailure(e -> onFailed(cloud, e)));
  }

  private void onFailed(GoogleCloud cloud, Exception e) {
    if (e instanceof CloudException.NotSignedIn why && !connected && cloud.equals(shown)) {
      window.signedOut(why);
    } else {
      onRefused(cloud, explain(e));
    }
  }

  private FailureText explain(Exception failure) {
    return failure instanceof SandboxNotStarted why
        ? new SandboxWords(words).notStarted(why)
        : failures.explainEnded(words.get("shell.connect.failed"), failure);
  }

  private void show(GoogleCloud cloud) {
    leave();
    shown = cloud;
    chip.shows(Optional.of(cloud.connection()));
    window.show(cloud);
  }

  private void leave() {
    connected = false;
    if (shown != null) {
      shown = null;
      chip.shows(Optional.empty());
      window.leave();
    }
  }

  private void onConnected(GoogleCloud cloud, BooleanSupplier mayLeave) {
    boolean leaves = !connected || mayLeave.getAsBoolean();
    // Another attempt may have begun while the person was asked.
    if (!cloud.equals(tried)) {
      cloud.close();
      return;
    }
    if (!leaves) {
      cloud.close();
      chip.connected();
      return;
    }
    if (!cloud.equals(shown)) {
      show(cloud);
    }
    connected = true;
    chip.connected();
    window.connected(cloud.connection());
  }

  private void onRefused(GoogleCloud cloud, FailureText why) {
    cloud.close();
    chip.failed(why.what() + " " + why.why() + " " + why.next());
    if (connected) {
      window.stayed(why);
    } else {
      leave();
      window.refused(why, () -> connect(cloud.connection()));
    }
  }

  /// Leaves the cloud; an attempt that is under way ends without a word.
  @Override
  public void close() {
    attempt.cancel();
    leave();
  }
}
