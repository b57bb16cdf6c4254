package dev.pollux.sandbox.store.engine;

import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the file of a sandbox, with the bounds and habits that the engine has in it.
///
/// @param directory that the file stands in
record DatabaseFile(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

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

  /// Opens the file, or makes it.
  ///
  /// @throws StoreFailure of kind UNUSABLE if another process holds it or it cannot be written
  DuckDBConnection open() {
    Path file = directory.resolve("sandbox.duckdb");
    Path uploads = uploads();
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
      Database.execute(root, "SET GLOBAL TimeZone = 'UTC'");
      sweep(uploads);
      return root;
    } catch (IOException e) {
      throw new StoreFailure(Kind.UNUSABLE, "Cannot write the data directory " + directory, e);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /// The only directory that statements can read files from.
  Path uploads() {
    return directory.resolve("uploads");
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

  /// Deletes the uploads that a kill left half done. Only for who holds the file.
  private static void sweep(Path uploads) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(uploads)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
