package dev.pollux.sandbox.store.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A write that waits for its turn, and then its result. It belongs to who holds the writer's lock.
final class QueuedWrite<T> {
  private final Database.Work<T> work;
  private Optional<T> result = Optional.empty();
  private @Nullable RuntimeException failure;
  private boolean done;

  QueuedWrite(Database.Work<T> work) {
    this.work = work;
  }

  boolean run(Connection connection) throws SQLException {
    result = Optional.of(work.run(connection));
    return true;
  }

  void done() {
    done = true;
  }

  void failed(RuntimeException e) {
    failure = e;
    done = true;
  }

  boolean isDone() {
    return done;
  }

  T result() {
    if (failure != null) {
      throw failure;
    }
    return result.orElseThrow();
  }
}
