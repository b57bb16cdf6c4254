package dev.pollux.prompt.rows;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ColumnSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rows of a table that are asked about: the choice of a person, and the columns that must not
/// be NULL. As SQL, as a count, and as a test of a row that is here.
public final class RowFilter {
  /// A table is known by its own name otherwise, which would hide a column that is called the same.
  private static final String ROW = " AS pollux_row";

  private final TableRef source;
  private final TableSchema schema;
  private final RowChoice choice;
  private final List<ColumnPath> required;
  private final List<ResolvedCondition> comparisons;
  private final String hash;

  /// @param required columns that must not be NULL
  /// @throws IllegalArgumentException when a column is not in the table; [#check] first
  public RowFilter(
      TableRef source, TableSchema schema, List<ColumnPath> required, RowChoice choice) {
    this(source, schema, required, choice, "pollux_row");
  }

  /// @param row all that tells a row from others, as SQL
  private RowFilter(
      TableRef source,
      TableSchema schema,
      List<ColumnPath> required,
      RowChoice choice,
      String row) {
    this.hash = "TO_HEX(MD5(CONCAT(@seed, TO_JSON_STRING(" + row + "))))";
    this.source = source;
    this.schema = schema;
    this.choice = choice;
    this.required = List.copyOf(required);
    this.comparisons =
        choice.conditions().stream()
            .map(c -> comparison(schema, c).orElseThrow(IllegalArgumentException::new))
            .toList();
  }

  /// Over a table of any kind, whose conditions can be about more than its columns.
  ///
  /// @param required columns that must not be NULL
  /// @throws IllegalArgumentException when a column is not in the table; [#check] first
  public static RowFilter of(TableInfo table, List<ColumnPath> required, RowChoice choice) {
    return new RowFilter(table.ref(), table.conditionColumns(), required, choice, row(table));
  }

  /// The same, where columns may be NULL.
  ///
  /// @throws IllegalArgumentException when a column is not in the table; [#check] first
  public static RowFilter of(TableInfo table, RowChoice choice) {
    return of(table, List.of(), choice);
  }

  /// Columns with a policy tag would refuse the whole statement.
  private static String row(TableInfo table) {
    Set<String> tagged = table.storage().tagged();
    List<Field> plain =
        table.schema().fields().stream().filter(field -> !tagged.contains(field.name())).toList();
    return tagged.isEmpty() || plain.isEmpty()
        ? "pollux_row"
        : plain.stream().map(ColumnSql::quoted).collect(Collectors.joining(", ", "STRUCT(", ")"));
  }

  private static Optional<ResolvedCondition> comparison(
      TableSchema schema, RowChoice.Condition condition) {
    return ColumnPath.find(schema, condition.column())
        .map(path -> new ResolvedCondition(path, condition.operator(), condition.value()));
  }

  /// What is wrong with a choice, for a table of these columns.
  public static List<Finding> check(RowChoice choice, TableSchema schema) {
    List<Finding> found = new ArrayList<>();
    for (RowChoice.Condition condition : choice.conditions()) {
      Optional<ResolvedCondition> comparison = comparison(schema, condition);
      if (comparison.isEmpty()) {
        found.add(Finding.stop("rows.unknown-column", condition.column()));
        continue;
      }
      String type = comparison.get().path().leaf().typeName();
      boolean text = type.equals("STRING");
      if (ResolvedCondition.takesValue(condition.operator())
          && (!ResolvedCondition.compares(comparison.get().path())
              || (condition.operator() == RowChoice.Operator.CONTAINS && !text))) {
        found.add(Finding.stop("rows.not-compared", condition.column(), type));
      } else if (!comparison.get().isReadable()) {
        found.add(Finding.stop("rows.not-a-value", condition.value(), condition.column(), type));
      }
    }
    if (choice.limit().isPresent() && choice.limit().getAsLong() < 1) {
      found.add(Finding.stop("rows.no-limit"));
    }
    return found;
  }

  /// Whether every row of the table is asked about, so that nothing needs to be counted.
  public boolean all() {
    return comparisons.isEmpty() && required.isEmpty();
  }

  /// How many rows, where `matching` meet the conditions.
  public long limited(long matching) {
    return Math.min(matching, choice.limit().orElse(matching));
  }

  /// Counts the rows that meet the conditions, before the limit: one row, one INT64.
  public Query count(Location location) {
    Map<String, Query.Parameter> parameters = new HashMap<>();
    String sql = "SELECT COUNT(*) AS matching\nFROM " + source.sql() + ROW + where(parameters);
    return new Query(sql, parameters, location, Optional.empty());
  }

  /// Whether a row meets the conditions; a limit is not looked at.
  public Predicate<Row> matching() {
    return row ->
        comparisons.stream().allMatch(c -> isHidden(c, row) || c.test(schema, row))
            && required.stream().noneMatch(path -> path.value(schema, row) instanceof Value.Null);
  }

  /// Rows that are here do not show it.
  private boolean isHidden(ResolvedCondition comparison, Row row) {
    return schema.indexOf(comparison.path().fields().getFirst().name()) >= row.values().size();
  }

  /// What follows FROM. A random choice is the same each time: each row has a hash of what it holds
  /// and of the seed, and those with the least are taken. Only the hashes are sorted: rows may be
  /// wide.
  public String sql(Map<String, Query.Parameter> parameters) {
    if (choice.limit().isEmpty()) {
      return source.sql() + ROW + where(parameters);
    }
    if (!choice.random()) {
      return source.sql() + ROW + where(parameters) + "\nLIMIT " + choice.limit().getAsLong();
    }
    parameters.put("seed", Query.Parameter.string(choice.seed()));
    String drawn =
        "SELECT "
            + hash
            + " AS drawn FROM "
            + source.sql()
            + ROW
            + where(parameters)
            + "\n    ORDER BY drawn LIMIT "
            + choice.limit().getAsLong();
    String where = where(parameters);
    return source.sql()
        + ROW
        + where
        + (where.isEmpty() ? "\nWHERE " : "\n  AND ")
        + hash
        + " <= (SELECT MAX(drawn) FROM (\n    "
        + drawn
        + "))\nLIMIT "
        + choice.limit().getAsLong();
  }

  private String where(Map<String, Query.Parameter> parameters) {
    List<String> all = new ArrayList<>();
    comparisons.forEach(c -> all.add(c.sql(parameters)));
    required.forEach(path -> all.add(path.sql() + " IS NOT NULL"));
    return all.isEmpty() ? "" : "\nWHERE " + String.join("\n  AND ", all);
  }
}
