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
  public synchronized void stop() {
    stopped = true;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw Database.failure(e);
      }
    }
  }

  public synchronized boolean stopped() {
    return stopped;
  }

  long update(Connection connection, String sql) throws SQLException {
    try (Statement fresh = connection.createStatement()) {
      begin(fresh);
      return fresh.executeUpdate(sql);
    } finally {
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
