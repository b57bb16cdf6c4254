package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.engine.StoreFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table's name in three parts. `toString` is the service's own way of naming it in errors.
public record TableId(String project, String dataset, String table) {
  private static final Pattern DATASET = Pattern.compile("\\w{1,1024}");
  private static final Pattern TABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}]+");

  /// A project that belongs to a domain has a dot and a colon in its own name.
  private static final Pattern PARTS = Pattern.compile("(.+)[.:]([^.:]+)\\.([^.:]+)");

  /// Reads `project.dataset.table`, with or without backticks.
  ///
  /// @throws StoreFailure if it has not three parts
  public static TableId parse(String text) {
    Matcher parts = PARTS.matcher(text.replace("`", ""));
    if (!parts.matches()) {
      throw new StoreFailure(
          StoreFailure.Kind.INVALID,
          "Invalid table name: " + text + "; want project.dataset.table");
    }
    return new TableId(parts.group(1), parts.group(2), parts.group(3));
  }

  /// Its dataset.
  public DatasetId datasetId() {
    return new DatasetId(project, dataset);
  }

  /// @throws StoreFailure if the service does not allow such a name for a table
  public TableId checked() {
    if (table.length() > 1024 || !TABLE.matcher(table).matches()) {
      throw new StoreFailure(
          StoreFailure.Kind.INVALID,
          "Invalid table ID \""
              + table
              + "\". Table IDs must be alphanumeric (plus underscores, dashes and spaces) and must be"
              + " at most 1024 characters long.");
    }
    return this;
  }

  @Override
  public String toString() {
    return project + ":" + dataset + "." + table;
  }

  /// A dataset's name in two parts.
  public record DatasetId(String project, String dataset) {
    /// @throws StoreFailure if the service does not allow such a name for a dataset
    public DatasetId checked() {
      if (!DATASET.matcher(dataset).matches()) {
        throw new StoreFailure(
            StoreFailure.Kind.INVALID,
            "Invalid dataset ID \""
                + dataset
                + "\". Dataset IDs must be alphanumeric (plus underscores) and must be at most 1024"
                + " characters long.");
      }
      return this;
    }

    public TableId table(String table) {
      return new TableId(project, dataset, table);
    }

    @Override
    public String toString() {
      return project + ":" + dataset;
    }
  }
}
