package dev.pollux.domain.table;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The full name of a table: `project.dataset.table`. A value of this type is always safe to put
/// between back-ticks in SQL.
///
/// Naming rules: https://docs.cloud.google.com/bigquery/docs/tables#table_naming (letters, marks,
/// digits, connectors, dashes and spaces; at most 1,024 bytes of UTF-8) and
/// https://docs.cloud.google.com/bigquery/docs/datasets#dataset-naming.
public record TableRef(String project, String dataset, String table) {
  /// Of a domain or not:
  /// https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/lexical.
  private static final Pattern PROJECT =
      Pattern.compile("(?=.{1,100}$)(?:[a-z0-9][a-z0-9.-]*:)?[a-z0-9][a-z0-9-]*");

  private static final Pattern DATASET = Pattern.compile("\\w{1,1024}");
  private static final Pattern TABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}]+");
  private static final int MOST_BYTES = 1_024;

  /// Characters of a URI in a job
  /// (https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1/BigQueryDestination).
  private static final int MOST_IN_URI = 2_000;

  private static final Pattern URI = Pattern.compile("(?:bq://)?([^`]+)\\.([^.`]+)\\.([^.`]+)");

  /// @throws IllegalArgumentException when a part breaks BigQuery's naming rules
  public TableRef {
    requireProject(project);
    requireDataset(dataset);
    if (!isTableName(table) && !isWildcard(table)) {
      throw new IllegalArgumentException("not a table name: " + table);
    }
  }

  /// Whether it names all tables that begin so, `events_*`
  /// (https://docs.cloud.google.com/bigquery/docs/querying-wildcard-tables).
  public boolean isWildcard() {
    return isWildcard(table);
  }

  static boolean isWildcard(String name) {
    return name.length() > 1
        && name.endsWith("*")
        && isTableName(name.substring(0, name.length() - 1));
  }

  public static boolean isTableName(String name) {
    return TABLE.matcher(name).matches()
        && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  /// Whether a job can name it: dataset and table may have 1,024 bytes each, their URI less.
  public boolean fitsUri() {
    return uri().length() <= MOST_IN_URI;
  }

  /// Reads `bq://project.dataset.table` or `project.dataset.table`, as programs write it; empty
  /// when it is neither. What people write is read by [TableNameParser].
  public static Optional<TableRef> parse(String text) {
    Matcher m = URI.matcher(text.strip());
    if (!m.matches()
        || !PROJECT.matcher(m.group(1)).matches()
        || !DATASET.matcher(m.group(2)).matches()
        || !(isTableName(m.group(3)) || isWildcard(m.group(3)))) {
      return Optional.empty();
    }
    return Optional.of(new TableRef(m.group(1), m.group(2), m.group(3)));
  }

  public DatasetRef datasetRef() {
    return new DatasetRef(project, dataset);
  }

  /// `bq://project.dataset.table`, as batch jobs want it.
  public String uri() {
    return "bq://" + this;
  }

  /// The name between back-ticks, as SQL wants it.
  public String sql() {
    return "`" + this + "`";
  }

  /// `dataset.table`, as people say it.
  public String shortName() {
    return dataset + "." + table;
  }

  @Override
  public String toString() {
    return project + "." + dataset + "." + table;
  }

  static boolean isProject(String project) {
    return PROJECT.matcher(project).matches();
  }

  static boolean isDataset(String dataset) {
    return DATASET.matcher(dataset).matches();
  }

  static void requireProject(String project) {
    if (!isProject(project)) {
      throw new IllegalArgumentException("not a project id: " + project);
    }
  }

  static void requireDataset(String dataset) {
    if (!isDataset(dataset)) {
      throw new IllegalArgumentException("not a dataset id: " + dataset);
    }
  }
}
