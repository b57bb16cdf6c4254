package dev.pollux.app.window;

import dev.pollux.background.RunningTask;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Who closes the window while a file or a table is being made is asked whether it may be missing.
public final class CloseQuestion {
  private final Stage stage;
  private final List<RunningTask> running;
  private final Supplier<Words> words;

  private CloseQuestion(Stage stage, List<RunningTask> running, Supplier<Words> words) {
    this.stage = stage;
    this.running = running;
    this.words = words;
  }

  /// Asks from now on.
  ///
  /// @param running what runs whenever the window is closed
  /// @param words those of the window then
  public static void of(Stage stage, List<RunningTask> running, Supplier<Words> words) {
    stage.setOnCloseRequest(new CloseQuestion(stage, running, words)::onClose);
  }

  private void onClose(WindowEvent event) {
    String missing =
        running.stream()
            .filter(RunningTask::isWorthWaiting)
            .map(RunningTask::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty() && !isAgreed(missing)) {
      event.consume();
    }
  }

  private boolean isAgreed(String missing) {
    Words now = words.get();
    return Confirm.ask(
        stage,
        now.get("shell.close.title"),
        now.get("shell.close.text", missing),
        now.get("shell.close.do"),
        now.get("shell.close.keep"));
  }
}
