package dev.pollux.sandbox.store.engine;

import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
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
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
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

  /// A load of a million rows takes 0.5 GB; a query over 10,000 columns, the most that a table has,
  /// holds 0.3 GB in each of its steps. What needs more is written to disk, and what cannot be is
  /// refused: the window lives beside it on machines of 8 GB.
  private static final String MEMORY = "2GiB";

  /// The smallest there are, for new files: each column of a table has one in memory when it is
  /// read or written, and 10,000 of the usual ones (256 KiB) are more than there is.
  private static final String BLOCK_BYTES = "16384";

  private static final String SPILL = "8GiB";

  /// As deep as statements within [dev.pollux.sandbox.sql]'s own limits become; a stack of 64 MB
  /// holds it.
  private static final String EXPRESSION_DEPTH = "5000";

  /// Left out, because they work out what is constant before anyone asks whether it is wanted: the
  /// branch of an IF that is not taken would fail.
  private static final String AS_WRITTEN = "expression_rewriter,statistics_propagation";

  /// Bytes that have to be free to write anything at all, and for the tables that are there from
  /// the beginning.
  private static final long ROOM = 4L << 20;

  private static final long ROOM_TO_BEGIN = 64L << 20;

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
    Path file = directory.resolve("sandbox.duckdb");
    Path uploads = directory.resolve("uploads");
    try {
      Files.createDirectories(uploads);
      requireRoom(file);
      OwnerOnly.directory(directory);
      Properties settings = new Properties();
      settings.setProperty("autoinstall_known_extensions", "false");
      // Files are read from here only, whatever a statement says.
      settings.setProperty("allowed_directories", "[" + Quoting.listed(uploads + "/") + "]");
      settings.setProperty("memory_limit", MEMORY);
      settings.setProperty("default_block_size", BLOCK_BYTES);
      settings.setProperty("max_temp_directory_size", SPILL);
      settings.setProperty("max_expression_depth", EXPRESSION_DEPTH);
      settings.setProperty("disabled_optimizers", AS_WRITTEN);
      settings.setProperty("enable_external_access", "false");
      // Not by DriverManager: it would first look for drivers in every jar there is.
      DuckDBConnection root =
          new DuckDBDriver()
              .connect("jdbc:duckdb:" + file, settings)
              .unwrap(DuckDBConnection.class);
      OwnerOnly.file(file);
      execute(root, "SET GLOBAL TimeZone = 'UTC'");
      sweep(uploads);
      return new Database(root, uploads);
    } catch (IOException e) {
      throw new StoreFailure(Kind.UNUSABLE, "Cannot write the data directory " + directory, e);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /// Where there is none, DuckDB leaves half a file, which is damaged ever after. Asked of the
  /// folder itself: a file store is looked for among the mounts, which a container may not list.
  private static void requireRoom(Path file) {
    long needed = Files.exists(file) ? ROOM : ROOM_TO_BEGIN;
    Path folder = Objects.requireNonNull(file.getParent());
    if (Files.isWritable(folder) && folder.toFile().getUsableSpace() < needed) {
      throw new StoreFailure(
          Kind.UNUSABLE,
          "The disk that holds %s is full: the sandbox needs %d MB there"
              .formatted(folder, needed >> 20),
          null);
    }
  }

  private static String heldWords(Path file) {
    return "The sandbox's data in " + file.getParent() + " is in use by another process";
  }

  private static StoreFailure unusable(Path file, SQLException e) {
    String message = String.valueOf(e.getMessage());
    // On Linux and macOS; on Windows.
    boolean held =
        message.contains("Could not set lock on file")
            || message.contains("being used by another process");
    LOG.warn("{} does not open", file, e);
    if (message.contains("Cannot open file")) {
      return new StoreFailure(
          Kind.UNUSABLE,
          held ? heldWords(file) : "Cannot write the data directory " + file.getParent(),
          e);
    }
    return new StoreFailure(
        Kind.UNUSABLE,
        held
            ? heldWords(file)
            : "The sandbox's data in "
                + file
                + " cannot be read: the file is damaged, or was made by a newer version. Move it"
                + " away to begin anew",
        e);
  }

  /// Lets no statement change the settings from here on.
  public void lockSettings() {
    read(c -> {
      execute(c, "SET GLOBAL lock_configuration = true");
      return true;
    });
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
