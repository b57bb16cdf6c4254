package dev.pollux.sandbox.store;

import java.util.regex.Pattern;

/// A table's name in three parts. `toString` is the service's own way of naming it in errors.
public record TableId(String project, String dataset, String table) {
  private static final Pattern DATASET = Pattern.compile("\\w{1,1024}");
  private static final Pattern TABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}]+");

  /// Reads `project.dataset.table`, with or without backticks.
  ///
  /// @throws StoreFailure if it has not three parts
  public static TableId parse(String text) {
    String[] parts = text.replace("`", "").split("[.:]", -1);
    if (parts.length != 3) {
      throw new StoreFailure(
          StoreFailure.Kind.INVALID,
          "Invalid table name: " + text + "; want project.dataset.table");
    }
    return new TableId(parts[0], parts[1], parts[2]);
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
