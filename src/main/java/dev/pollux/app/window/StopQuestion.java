package dev.pollux.app.window;

import dev.pollux.background.RunningTask;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Asks before a file, a table or a job that is being made is stopped halfway.
public final class StopQuestion {
  private final Stage stage;
  private final List<RunningTask> running;
  private final Supplier<Words> words;

  /// What ends the tasks of the screens.
  public enum Cause {
    /// The window is closed.
    CLOSE,
    /// All screens are made anew in another language.
    LANGUAGE,
    /// The screens of another connection take their place.
    CONNECTION
  }

  private record Text(String title, String text, String stop, String keep) {}

  /// @param running what runs whenever something is to be stopped
  /// @param words those of the window then
  public StopQuestion(Stage stage, List<RunningTask> running, Supplier<Words> words) {
    this.stage = stage;
    this.running = running;
    this.words = words;
  }

  /// Asks from now on when the window is closed.
  public void askAtClosing() {
    stage.setOnCloseRequest(this::onClose);
  }

  /// Asks where something under way makes what would be missing. FX thread; waits for the answer.
  ///
  /// @return whether all that runs may be stopped
  public boolean mayStop(Cause cause) {
    String missing =
        running.stream()
            .filter(RunningTask::isWorthWaiting)
            .map(RunningTask::name)
            .collect(Collectors.joining(", "));
    if (missing.isEmpty()) {
      return true;
    }
    Text text = text(cause, words.get(), missing);
    return Confirm.ask(stage, text.title(), text.text(), text.stop(), text.keep());
  }

  private static Text text(Cause cause, Words words, String missing) {
    return switch (cause) {
      case CLOSE ->
          new Text(
              words.get("shell.close.title"),
              words.get("shell.close.text", missing),
              words.get("shell.close.do"),
              words.get("shell.stop.keep"));
      case LANGUAGE ->
          new Text(
              words.get("shell.language.title"),
              words.get("shell.language.text", missing),
              words.get("shell.language.do"),
              words.get("shell.stop.keep"));
      case CONNECTION ->
          new Text(
              words.get("shell.reconnect.title"),
              words.get("shell.reconnect.text", missing),
              words.get("shell.reconnect.do"),
              words.get("shell.reconnect.keep"));
    };
  }

  private void onClose(WindowEvent event) {
    if (!mayStop(Cause.CLOSE)) {
      event.consume();
    }
  }
}
