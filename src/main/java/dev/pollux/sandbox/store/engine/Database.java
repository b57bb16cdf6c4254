package dev.pollux.sandbox.store.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The DuckDB file: a pool of connections for readers, one writer at a time.
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /// Work on a connection.
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final EngineThreads engines = new EngineThreads();
  private final DuckDBConnection root;
  private final Path uploads;
  private final DiskLimit disk;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  /// Fair: those whose write is done leave before the next one begins, and queue up meanwhile.
  private final ReentrantLock writer = new ReentrantLock(true);

  private final Queue<QueuedWrite<?>> queue = new ConcurrentLinkedQueue<>();

  private Database(DuckDBConnection root, Path uploads) {
    this.root = root;
    this.uploads = uploads;
    disk = new DiskLimit(uploads.resolveSibling("."));
  }

  /// Opens or makes the file in a directory.
  ///
  /// @throws StoreFailure of kind UNUSABLE if another process holds it or it cannot be written
  public static Database open(Path directory) {
    DatabaseFile file = new DatabaseFile(directory);
    return new Database(file.open(), file.uploads());
  }

  /// Lets no statement change the settings from here on.
  public void lockSettings() {
    read(c -> {
      execute(c, "SET GLOBAL lock_configuration = true");
      return true;
    });
  }

  /// The only directory that statements can read files from.
  public Path uploads() {
    return uploads;
  }

  /// How much a statement may write.
  public DiskLimit disk() {
    return disk;
  }

  /// Runs work on a connection of its own, outside of any transaction.
  ///
  /// @throws StoreFailure in the service's words, if a statement fails
  public <T> T read(Work<T> work) {
    return engine(() -> reading(work));
  }

  /// Runs what recurses as deep as a statement is, beside DuckDB.
  public <T> T onBigStack(Callable<T> work) {
    return engine(work);
  }

  private <T> T engine(Callable<T> work) {
    try {
      return engines.call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("work on the engine throws no checked exceptions", e);
    }
  }

  private <T> T reading(Work<T> work) {
    Connection connection = borrow();
    boolean sound = false;
    try {
      T result = work.run(connection);
      sound = true;
      return result;
    } catch (SQLException e) {
      throw DuckErrors.failure(e);
    } finally {
      giveBack(connection, sound);
    }
  }

  /// Runs a transaction; nothing of the work stays if it throws. What many callers want to write at
  /// once goes to the disk at once: if that fails, each of them gets a transaction of its own, so
  /// work may run twice and must do nothing but write.
  public <T> T write(Work<T> work) {
    return engine(() -> writing(work));
  }

  private <T> T writing(Work<T> work) {
    QueuedWrite<T> mine = new QueuedWrite<>(work);
    queue.add(mine);
    writer.lock();
    try {
      if (!mine.isDone()) {
        writeAll();
      }
    } finally {
      writer.unlock();
    }
    return mine.result();
  }

  private void writeAll() {
    List<QueuedWrite<?>> all = new ArrayList<>();
    for (QueuedWrite<?> next = queue.poll(); next != null; next = queue.poll()) {
      all.add(next);
    }
    if (all.size() > 1 && together(all)) {
      return;
    }
    for (QueuedWrite<?> one : all) {
      try {
        read(connection -> transaction(connection, one::run));
        one.done();
      } catch (RuntimeException e) {
        one.failed(e);
      }
    }
  }

  private boolean together(List<QueuedWrite<?>> all) {
    try {
      read(connection ->
          transaction(
              connection,
              c -> {
                for (QueuedWrite<?> one : all) {
                  one.run(c);
                }
                return true;
              }));
      all.forEach(QueuedWrite::done);
      return true;
    } catch (RuntimeException e) {
      LOG.debug("{} writes did not go together", all.size(), e);
      return false;
    }
  }

  /// Runs work in a transaction; nothing of it stays if it throws.
  public static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.run(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /// Runs one statement that has no result.
  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      EngineThreads.runs(statement);
      statement.execute(sql);
    } finally {
      EngineThreads.runs(null);
    }
  }

  private Connection borrow() {
    Connection connection = idle.poll();
    if (connection != null) {
      return connection;
    }
    try {
      return root.duplicate();
    } catch (SQLException e) {
      throw DuckErrors.failure(e);
    }
  }

  private void giveBack(Connection connection, boolean sound) {
    if (sound && idle.size() < 16) {
      idle.push(connection);
      return;
    }
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw DuckErrors.failure(e);
    }
  }

  @Override
  public void close() {
    if (!engines.stop()) {
      // Closing under a statement that runs would end the process; a file that is not closed is
      // as after a kill, and loses nothing.
      LOG.warn("A statement did not stop in time: the sandbox's file is left as it is");
      return;
    }
    for (Connection c = idle.poll(); c != null; c = idle.poll()) {
      close(c);
    }
    close(root);
  }
}
