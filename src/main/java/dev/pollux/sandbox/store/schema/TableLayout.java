package dev.pollux.sandbox.store.schema;

import static dev.pollux.sandbox.store.schema.ColumnType.BIGNUMERIC;
import static dev.pollux.sandbox.store.schema.ColumnType.BOOLEAN;
import static dev.pollux.sandbox.store.schema.ColumnType.DATE;
import static dev.pollux.sandbox.store.schema.ColumnType.DATETIME;
import static dev.pollux.sandbox.store.schema.ColumnType.GEOGRAPHY;
import static dev.pollux.sandbox.store.schema.ColumnType.INTEGER;
import static dev.pollux.sandbox.store.schema.ColumnType.NUMERIC;
import static dev.pollux.sandbox.store.schema.ColumnType.RANGE;
import static dev.pollux.sandbox.store.schema.ColumnType.STRING;
import static dev.pollux.sandbox.store.schema.ColumnType.TIMESTAMP;

import dev.pollux.sandbox.store.engine.StoreFailure;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// How a table is divided, and by what it is clustered: metadata, as rows are the same with or
/// without; but of columns that are there, and can be used so. The words are the service's where
/// they are known: [partitioning](https://github.com/memiiso/debezium-server-bigquery/issues/291),
/// [clustering](https://github.com/airbytehq/airbyte/issues/30720).
public final class TableLayout {
  private static final Set<String> UNITS = Set.of("HOUR", "DAY", "MONTH", "YEAR");
  private static final Set<ColumnType> TIMES = EnumSet.of(TIMESTAMP, DATE, DATETIME);
  private static final int MOST_CLUSTERED = 4;
  private static final int MOST_PARTITIONS = 10_000;

  /// Types that a table can be clustered by.
  private static final Set<ColumnType> CLUSTERED =
      EnumSet.of(
          BIGNUMERIC,
          BOOLEAN,
          DATE,
          DATETIME,
          GEOGRAPHY,
          INTEGER,
          NUMERIC,
          RANGE,
          STRING,
          TIMESTAMP);

  private final List<ColumnDef> columns;

  private TableLayout(List<ColumnDef> columns) {
    this.columns = columns;
  }

  /// @param meta of the table, as on the wire
  /// @throws StoreFailure if the service would refuse it
  public static void check(List<ColumnDef> columns, JsonNode meta) {
    TableLayout layout = new TableLayout(columns);
    // What is empty says nothing: clients send it where their caller said nothing.
    JsonNode time = meta.path("timePartitioning");
    JsonNode range = meta.path("rangePartitioning");
    if (!time.isEmpty() && !range.isEmpty()) {
      throw invalid("Only one of timePartitioning and rangePartitioning can be specified");
    }
    if (!time.isEmpty()) {
      layout.time(time);
    }
    if (!range.isEmpty()) {
      layout.range(range);
    }
    layout.clustering(meta.path("clustering").path("fields"));
  }

  private void time(JsonNode time) {
    String unit = time.path("type").asString("");
    if (!UNITS.contains(unit)) {
      throw invalid("Invalid value for timePartitioning.type: \"" + unit + "\"");
    }
    String field = time.path("field").asString("");
    if (field.isEmpty()) {
      return;
    }
    ColumnDef column = divided(field);
    if (column.repeated() || !TIMES.contains(column.type())) {
      throw invalid(
          "The field specified for time partitioning can only be of type TIMESTAMP, DATE or"
              + " DATETIME. The type found is: "
              + found(column)
              + ".");
    }
    if (unit.equals("HOUR") && column.type() == DATE) {
      throw invalid(
          "The field specified for HOUR partitioning can only be of type TIMESTAMP or DATETIME."
              + " The type found is: DATE.");
    }
  }

  private void range(JsonNode range) {
    String field = range.path("field").asString("");
    if (field.isEmpty()) {
      throw invalid("Field required for range partitioning is missing");
    }
    ColumnDef column = divided(field);
    if (column.repeated() || column.type() != INTEGER) {
      throw invalid(
          "The field specified for range partitioning can only be of type INTEGER. The type found"
              + " is: "
              + found(column)
              + ".");
    }
    JsonNode ends = range.path("range");
    long start = number(ends, "start");
    long end = number(ends, "end");
    long interval = number(ends, "interval");
    if (interval <= 0) {
      throw invalid("Range partitioning interval must be greater than 0, but it is " + interval);
    }
    if (start >= end) {
      throw invalid("Range partitioning start must be less than its end: " + start + ", " + end);
    }
    // The difference of two numbers of 64 bits can be larger than one.
    double parts = ((double) end - start) / interval;
    if (parts > MOST_PARTITIONS) {
      throw invalid(
          "Range partitioning makes more than the allowed " + MOST_PARTITIONS + " partitions");
    }
  }

  private static long number(JsonNode ends, String name) {
    try {
      return Long.parseLong(ends.path(name).asString(""));
    } catch (NumberFormatException e) {
      throw invalid(
          "Invalid value for rangePartitioning.range."
              + name
              + ": \""
              + ends.path(name).asString("")
              + "\"");
    }
  }

  private void clustering(JsonNode fields) {
    if (!fields.isMissingNode() && !fields.isArray()) {
      throw invalid("Invalid value for clustering.fields: " + fields);
    }
    if (fields.size() > MOST_CLUSTERED) {
      throw invalid(
          "Clustering is limited to "
              + MOST_CLUSTERED
              + " fields, but "
              + fields.size()
              + " were specified");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode field : fields) {
      String name = field.asString("");
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw invalid("Duplicate clustering field: " + name);
      }
      ColumnDef column =
          column(name)
              .orElseThrow(() ->
                  invalid(
                      "The field specified for clustering cannot be found in the schema. Invalid"
                          + " field: "
                          + name
                          + "."));
      if (column.repeated() || !CLUSTERED.contains(column.type())) {
        throw invalid(
            "Field "
                + name
                + " has type "
                + found(column)
                + ", which is not supported for clustering.");
      }
    }
  }

  private ColumnDef divided(String field) {
    if (columns.isEmpty()) {
      throw invalid("Table with field based partitioning must have a schema.");
    }
    return column(field)
        .orElseThrow(
            () -> invalid("The field specified for partitioning cannot be found in the schema."));
  }

  private Optional<ColumnDef> column(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return columns.stream().filter(column -> column.key().equals(key)).findFirst();
  }

  private static String found(ColumnDef column) {
    return column.repeated() ? "ARRAY<" + column.type().wire() + ">" : column.type().wire();
  }

  private static StoreFailure invalid(String why) {
    return new StoreFailure(StoreFailure.Kind.INVALID, why);
  }
}
