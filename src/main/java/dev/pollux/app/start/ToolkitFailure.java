package dev.pollux.app.start;

import dev.pollux.text.Words;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JavaFX cannot draw on this computer. The message is one sentence for a terminal.
public final class ToolkitFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ToolkitFailure.class);

  /// Of a process that cannot draw.
  public static final int EXIT_CODE = 3;

  private static final int PATIENCE_SECONDS = 60;

  ToolkitFailure(String sentence) {
    super(sentence);
  }

  /// Waits for the toolkit.
  ///
  /// @throws ToolkitFailure when it does not come up, or nothing is heard of it for a minute: a
  ///   toolkit whose own thread broke says nothing
  public static void await(Future<Boolean> toolkit) throws ToolkitFailure, InterruptedException {
    Words words = new Words(Locale.getDefault());
    try {
      toolkit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ToolkitFailure failure) {
        throw failure;
      }
      LOG.debug("JavaFX did not start", e);
      throw new ToolkitFailure(words.get("cli.toolkit.failed", reason(e)));
    } catch (TimeoutException e) {
      LOG.debug("JavaFX did not start", e);
      throw new ToolkitFailure(words.get("cli.toolkit.silent", PATIENCE_SECONDS));
    }
  }

  /// The innermost reason: JavaFX wraps what the system said.
  private static String reason(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    String message = inner.getMessage();
    return message == null || message.isBlank() ? inner.getClass().getSimpleName() : message;
  }
}
