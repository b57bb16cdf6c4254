package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.StoreFailure.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The DuckDB file: a pool of connections for readers, one writer at a time.
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /// Work on a connection.
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DuckDBConnection root;
  private final Path uploads;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  /// Fair: those whose write is done leave before the next one begins, and queue up meanwhile.
  private final ReentrantLock writer = new ReentrantLock(true);

  private final Queue<QueuedWrite<?>> queue = new ConcurrentLinkedQueue<>();

  private Database(DuckDBConnection root, Path uploads) {
    this.root = root;
    this.uploads = uploads;
  }

  /// Opens or makes the file in a directory.
  ///
  /// @throws StoreFailure of kind UNUSABLE if another process holds it or it cannot be written
  static Database open(Path directory) {
    Path file = directory.resolve("sandbox.duckdb");
    Path uploads = directory.resolve("uploads");
    try {
      Files.createDirectories(uploads);
      Properties settings = new Properties();
      settings.setProperty("autoinstall_known_extensions", "false");
      // Files are read from here only, whatever a statement says.
      settings.setProperty(
          "allowed_directories", "['" + Quoting.text(uploads + "/").replaceAll("^'|'$", "") + "']");
      settings.setProperty("enable_external_access", "false");
      // Not by DriverManager: it would first look for drivers in every jar there is.
      DuckDBConnection root =
          new DuckDBDriver()
              .connect("jdbc:duckdb:" + file, settings)
              .unwrap(DuckDBConnection.class);
      execute(root, "SET GLOBAL TimeZone = 'UTC'");
      sweep(uploads);
      return new Database(root, uploads);
    } catch (IOException e) {
      throw new StoreFailure(Kind.UNUSABLE, "Cannot write the data directory " + directory, e);
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      throw new StoreFailure(
          Kind.UNUSABLE,
          message.contains("lock")
              ? "The sandbox's data in " + directory + " is in use by another process"
              : "Cannot open " + file + ": " + message,
          e);
    }
  }

  /// Deletes the uploads that a kill left half done. Only for who holds the file.
  private static void sweep(Path uploads) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(uploads)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /// The only directory that statements can read files from.
  Path uploads() {
    return uploads;
  }

  <T> T read(Work<T> work) {
    Connection connection = borrow();
    boolean sound = false;
    try {
      T result = work.run(connection);
      sound = true;
      return result;
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      giveBack(connection, sound);
    }
  }

  /// Runs a transaction; nothing of the work stays if it throws. What many callers want to write at
  /// once goes to the disk at once: if that fails, each of them gets a transaction of its own, so
  /// work may run twice and must do nothing but write.
  <T> T write(Work<T> work) {
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

  static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
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

  static StoreFailure failure(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("INTERRUPT")
        ? new StoreFailure(
            Kind.STOPPED, "Job execution was cancelled: User requested cancellation", e)
        : new StoreFailure(Kind.INTERNAL, DuckErrors.plain(message), e);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
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
      throw failure(e);
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
      throw failure(e);
    }
  }

  @Override
  public void close() {
    writer.lock();
    try {
      for (Connection c = idle.poll(); c != null; c = idle.poll()) {
        close(c);
      }
      close(root);
    } finally {
      writer.unlock();
    }
  }
}
