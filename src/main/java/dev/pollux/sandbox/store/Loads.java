package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.StoreFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Brings rows in from files.
public final class Loads {
  private final Database database;
  private final Writer writer;
  private final Projects projects;

  Loads(Database database, Catalogue catalogue, Projects projects) {
    this.database = database;
    this.projects = projects;
    writer = new Writer(catalogue);
  }

  /// Makes an empty file in the only directory that files are read from. Who asked for it deletes
  /// it.
  public Path file(String suffix) {
    try {
      return Files.createTempFile(database.uploads(), "upload", suffix);
    } catch (IOException e) {
      throw new StoreFailure(Kind.UNUSABLE, "Cannot write to " + database.uploads(), e);
    }
  }

  /// Copies a stream into such a file.
  public Path file(InputStream in, String suffix) throws IOException {
    Path file = file(suffix);
    Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  /// Loads a Parquet file, matching columns by name.
  ///
  /// @return how many rows came
  public long parquet(Path file, List<Column> columns, Target target) {
    projects.needWritable(
        target.id().project(), "Table " + target.id(), "bigquery.tables.updateData");
    String list = String.join(", ", columns.stream().map(c -> Names.quote(c.name())).toList());
    String select = "SELECT " + list + " FROM read_parquet(" + Names.text(file.toString()) + ")";
    return database.write(c -> writer.write(c, target, columns, select, _ -> {}));
  }
}
