package dev.pollux.sandbox.store.engine;

import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
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

  /// Whether it was stopped.
  public synchronized boolean stopped() {
    return stopped;
  }

  /// @throws StoreFailure of kind TOO_COMPLEX if it writes more than the limit allows
  public long update(Connection connection, String sql, DiskLimit limit) throws SQLException {
    try (Statement fresh = connection.createStatement();
        DiskLimit.Watch disk = limit.watch(() -> EngineThreads.cancel(fresh))) {
      begin(fresh);
      EngineThreads.runs(fresh);
      return updated(fresh, sql, disk);
    } finally {
      EngineThreads.runs(null);
      begin(null);
    }
  }

  private static long updated(Statement statement, String sql, DiskLimit.Watch disk)
      throws SQLException {
    try {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      if (disk.exceeded()) {
        throw new StoreFailure(Kind.TOO_COMPLEX, StoreFailure.DISK, e);
      }
      throw e;
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
