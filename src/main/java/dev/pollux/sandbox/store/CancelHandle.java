package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.StoreFailure.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A handle on a piece of work that another thread can stop.
public final class CancelHandle {
  private @Nullable Statement statement;
  private boolean stopped;

  /// Stops the statement that runs, and any that would follow.
  public void stop() {
    Statement running;
    synchronized (this) {
      stopped = true;
      running = statement;
    }
    if (running != null) {
      EngineThreads.cancel(running);
    }
  }

  public synchronized boolean stopped() {
    return stopped;
  }

  long update(Connection connection, String sql) throws SQLException {
    try (Statement fresh = connection.createStatement()) {
      begin(fresh);
      EngineThreads.runs(fresh);
      return fresh.executeUpdate(sql);
    } finally {
      EngineThreads.runs(null);
      begin(null);
    }
  }

  private synchronized void begin(@Nullable Statement fresh) {
    if (stopped && fresh != null) {
      throw new StoreFailure(
          Kind.STOPPED, "Job execution was cancelled: User requested cancellation");
    }
    statement = fresh;
  }
}
