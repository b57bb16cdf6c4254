package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.catalog.Writer;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Brings rows in from files.
public final class Loads {
  /// What came in.
  public record Loaded(long rows, long badRows, List<ColumnDef> columns) {
    public Loaded {
      columns = List.copyOf(columns);
    }
  }

  private final Database database;
  private final Writer writer;
  private final Projects projects;

  /// Into the tables of a database.
  public Loads(Database database, Writer writer, Projects projects) {
    this.database = database;
    this.writer = writer;
    this.projects = projects;
  }

  /// Makes an empty file in the only directory that files are read from. Who asked for it deletes
  /// it.
  public Path file() {
    try {
      return Files.createTempFile(database.uploads(), "upload", ".tmp");
    } catch (IOException e) {
      throw new StoreFailure(Kind.UNUSABLE, "Cannot write what is uploaded", e);
    }
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreFailure(Kind.INTERNAL, "Cannot delete what was uploaded", e);
    }
  }

  /// Copies a stream into such a file.
  public Path file(InputStream in) throws IOException {
    Path file = file();
    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  /// Loads such a file.
  ///
  /// @param schema of the rows; empty if it is to be found in the file
  /// @throws StoreFailure if a row does not fit, or the target's dispositions forbid it
  public Loaded load(
      Path upload,
      LoadFormat format,
      Optional<List<ColumnDef>> schema,
      WriteTarget target,
      CancelHandle running)
      throws IOException {
    projects.needWritable(
        target.id().project(), "Table " + target.id(), "bigquery.tables.updateData");
    Path plain = unzipped(upload);
    try {
      return plainLoad(plain, format, schema, target, running);
    } catch (StoreFailure e) {
      throw switch (e.kind()) {
        case INTERNAL -> unreadable("The file cannot be read as " + format.kind().word(), e);
        case INVALID_QUERY -> unreadable(e.text(), e);
        default -> e;
      };
    } finally {
      if (!plain.equals(upload)) {
        Files.deleteIfExists(plain);
      }
    }
  }

  private Loaded plainLoad(
      Path file,
      LoadFormat format,
      Optional<List<ColumnDef>> schema,
      WriteTarget target,
      CancelHandle running)
      throws IOException {
    Optional<SchemaDetection.Found> found =
        schema.isPresent()
            ? Optional.empty()
            : Optional.of(new SchemaDetection(database).sniff(file, format));
    List<ColumnDef> columns = schema.orElseGet(() -> found.orElseThrow().columns());
    boolean header = found.map(SchemaDetection.Found::header).orElse(false);
    int skip = format.skip().orElse(header ? 1 : 0);
    return switch (format.kind()) {
      case PARQUET -> {
        String source = "read_parquet(" + Quoting.text(file.toString()) + ")";
        SchemaDetection.Found there = new SchemaDetection(database).sniff(file, format);
        new CalendarEnds(database).check(there.columns(), source);
        String select = "SELECT " + parquetColumns(columns, there) + " FROM " + source;
        yield new Loaded(writer.write(target, columns, select, running, (_, _) -> {}), 0, columns);
      }
      case JSON_LINES -> rows(new JsonRows(file), columns, format, target, running);
      case CSV -> {
        for (ColumnDef column : columns) {
          needFlat(column);
        }
        yield rows(new CsvRows(file, columns, format, skip), columns, format, target, running);
      }
    };
  }

  private static void needFlat(ColumnDef column) {
    boolean nested = column.type() == ColumnType.RECORD;
    if (nested || column.repeated()) {
      throw new StoreFailure(
          Kind.INVALID,
          "Cannot load CSV data with a "
              + (nested ? "nested schema" : "repeated field")
              + ". Field: "
              + column.name());
    }
  }

  /// The columns as the file has them; those that it has not are NULL.
  private static String parquetColumns(List<ColumnDef> wanted, SchemaDetection.Found found) {
    return wanted.stream()
        .map(column -> {
          Optional<ColumnDef> there =
              found.columns().stream().filter(c -> c.key().equals(column.key())).findFirst();
          if (there.isEmpty()) {
            return "NULL AS " + Quoting.quote(column.name());
          }
          // DuckDB would round and cut to make a value fit.
          if (!there.get().duck().equalsIgnoreCase(column.duck())
              && column.type() != ColumnType.BIGNUMERIC) {
            throw new StoreFailure(
                Kind.INVALID,
                "Error while reading data, error message: Parquet column '"
                    + column.name()
                    + "' has type "
                    + there.get().type().sql()
                    + " which does not match the target type "
                    + column.type().sql());
          }
          return Quoting.quote(there.get().name());
        })
        .collect(Collectors.joining(", "));
  }

  /// Fits the rows to the schema one by one, then lets DuckDB read what fits.
  private Loaded rows(
      LoadRows source,
      List<ColumnDef> columns,
      LoadFormat format,
      WriteTarget target,
      CancelHandle running)
      throws IOException {
    Path fitted = file();
    try (source) {
      RowShape shape = new RowShape(columns, format.ignoreUnknown());
      long bad = 0;
      long row = 0;
      try (BufferedWriter out = Files.newBufferedWriter(fitted)) {
        boolean more = true;
        while (more && !running.stopped()) {
          row++;
          try {
            more = copy(source, shape, out);
          } catch (BadRow e) {
            if (++bad > format.maxBad()) {
              throw tooMany(e, row, bad, format);
            }
          }
        }
      }
      String select = JsonSql.select(columns, fitted);
      long rows = writer.write(target, columns, select, running, (_, _) -> {});
      return new Loaded(rows, bad, columns);
    } finally {
      Files.deleteIfExists(fitted);
    }
  }

  private static boolean copy(LoadRows source, RowShape shape, BufferedWriter out)
      throws IOException, BadRow {
    @Nullable JsonNode row = source.next();
    if (row == null) {
      return false;
    }
    out.write(shape.fit(row));
    out.newLine();
    return true;
  }

  private static StoreFailure unreadable(String why, StoreFailure e) {
    return new StoreFailure(Kind.INVALID, "Error while reading data, error message: " + why, e);
  }

  private static StoreFailure tooMany(BadRow e, long row, long bad, LoadFormat format) {
    String kind = format.kind().word();
    return new StoreFailure(
        Kind.INVALID,
        "Error while reading data, error message: "
            + kind
            + " processing encountered too many errors, giving up. Rows: "
            + row
            + "; errors: "
            + bad
            + "; max bad: "
            + format.maxBad()
            + "; row "
            + row
            + ": "
            + e.text(),
        e);
  }

  private Path unzipped(Path file) throws IOException {
    byte[] magic = new byte[2];
    try (InputStream in = Files.newInputStream(file)) {
      if (in.readNBytes(magic, 0, 2) < 2 || magic[0] != 0x1f || magic[1] != (byte) 0x8b) {
        return file;
      }
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      return file(in);
    }
  }
}
