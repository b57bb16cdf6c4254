package dev.pollux.profile;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ColumnText;
import dev.pollux.prompt.rows.PartitionFilter;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One query that counts all rows of a table as [ProfiledRows] counts those that are here. Columns
/// with a policy tag are left out. The table stands in it once, its columns below each other, so
/// that it is not read again for each of them.
///
/// @param columns that are counted, members of STRUCTs among them
public record ProfileSql(Query query, List<ColumnPath> columns) {
  public ProfileSql {
    columns = List.copyOf(columns);
  }

  /// Empty where no column can be read, or each query must narrow the column of the partitions.
  public static Optional<ProfileSql> of(TableInfo table) {
    List<ColumnPath> columns =
        PreviewSql.readable(table).stream()
            .map(table.schema().fields()::get)
            .flatMap(field -> ColumnPath.within(field).stream())
            .toList();
    if (columns.isEmpty() || !PartitionFilter.check(table, RowChoice.ALL).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Query.Parameter> parameters = new HashMap<>();
    String rows = RowFilter.of(table, RowChoice.ALL).sql(parameters);
    String cells =
        IntStream.range(0, columns.size())
            .mapToObj(i -> cell(i, columns.get(i)))
            .collect(Collectors.joining(",\n  "));
    return Optional.of(
        new ProfileSql(
            new Query(sql(columns, cells, rows), parameters, table.location(), Optional.empty()),
            columns));
  }

  /// Of numbers that are the same as FLOAT64 their texts tell which is more: the one with more
  /// digits before the point, or the later one of the alphabet; for those below zero the other way
  /// round.
  private static String sql(List<ColumnPath> columns, String cells, String rows) {
    return """
    WITH pollux_cells AS (SELECT cell.place, cell.k, cell.m, cell.b
    FROM (SELECT [
      %1$s] AS cells
    FROM %2$s), UNNEST(cells) AS cell),
    pollux_groups AS (SELECT place, k, m, b, COUNT(*) AS c,
      IF(place IN (%5$s), SAFE_CAST(k AS FLOAT64), NULL) AS f
    FROM pollux_cells GROUP BY place, k, m, b),
    pollux_lengths AS (SELECT place, m, SUM(c) AS c
    FROM pollux_groups WHERE k IS NOT NULL GROUP BY place, m),
    pollux_sums AS (SELECT place, m, SUM(c) OVER (PARTITION BY place ORDER BY m) AS upto,
      SUM(c) OVER (PARTITION BY place) AS total
    FROM pollux_lengths),
    pollux_middle AS (SELECT place, MIN(m) AS middle
    FROM pollux_sums WHERE 2 * upto >= total GROUP BY place),
    pollux_values AS (SELECT place, k, c, f, SUM(c) OVER (PARTITION BY place) AS n,
      STARTS_WITH(k, '-') AS negative, IF(f IS NULL, 0, STRPOS(CONCAT(k, '.'), '.')) AS w
    FROM pollux_groups
    WHERE place IN (%6$s) AND k IS NOT NULL AND NOT IFNULL(IS_NAN(f), FALSE)),
    pollux_extents AS (SELECT place, SUM(f / n * c) AS mean,
      ARRAY_AGG(k ORDER BY f, IF(negative, -w, w), IF(negative, NULL, k),
        IF(negative, k, NULL) DESC LIMIT 1)[OFFSET(0)] AS lowest,
      ARRAY_AGG(k ORDER BY f DESC, IF(negative, -w, w) DESC, IF(negative, NULL, k) DESC,
        IF(negative, k, NULL) LIMIT 1)[OFFSET(0)] AS highest
    FROM pollux_values GROUP BY place),
    pollux_figures AS (SELECT place, SUM(c) AS total, SUM(IF(k IS NULL, c, 0)) AS missing,
      SUM(IF(b, c, 0)) AS blank, COUNT(k) AS different,
      IFNULL(SUM(CHAR_LENGTH(k) * c), 0) AS letters, MIN(IF(k IS NULL, NULL, m)) AS least,
      MAX(IF(k IS NULL, NULL, m)) AS most, SUM(IF(IFNULL(IS_NAN(f), FALSE), c, 0)) AS nan,
      ARRAY_AGG(STRUCT(SUBSTR(k, 1, %3$d) AS k, c AS c) ORDER BY k IS NULL, c DESC, k LIMIT %4$d)
        AS frequent
    FROM pollux_groups GROUP BY place)
    SELECT f.place, f.total, f.missing, f.blank, f.different, f.letters, f.least, l.middle, f.most,
      f.frequent, f.nan, e.lowest, e.highest, e.mean
    FROM pollux_figures AS f LEFT JOIN pollux_middle AS l ON f.place = l.place
    LEFT JOIN pollux_extents AS e ON f.place = e.place
    ORDER BY f.place\
    """
        .formatted(
            cells,
            rows,
            ColumnProfile.SHOWN,
            ColumnProfile.MOST,
            places(columns, Set.of(Ordered.NUMBER)),
            places(columns, Set.of(Ordered.NUMBER, Ordered.TIME)));
  }

  private static String places(List<ColumnPath> columns, Set<Ordered> which) {
    String places =
        IntStream.range(0, columns.size())
            .filter(i -> which.contains(Ordered.of(columns.get(i).leaf())))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return places.isEmpty() ? "-1" : places;
  }

  private static String cell(int place, ColumnPath path) {
    ColumnText column = new ColumnText(path);
    Field field = path.leaf();
    String text = column.sql();
    String length =
        switch (Measure.of(field)) {
          case ELEMENTS -> "IFNULL(ARRAY_LENGTH(" + column.name() + "), 0)";
          case BYTES -> "BYTE_LENGTH(" + column.name() + ")";
          case CHARACTERS -> "CHAR_LENGTH(" + text + ")";
        };
    String blank =
        switch (Measure.of(field)) {
          case ELEMENTS, BYTES -> "IFNULL(" + length + " = 0, FALSE)";
          case CHARACTERS ->
              field.type() == FieldType.STRING
                  ? "IFNULL(TRIM(" + text + ", ' \\t\\r\\n') = '', FALSE)"
                  : "FALSE";
        };
    return "STRUCT(%d AS place, %s AS k, %s AS m, %s AS b)".formatted(place, text, length, blank);
  }

  /// What the query found.
  public TableProfile profile(List<Row> answer) {
    Map<Integer, Row> found =
        answer.stream().collect(Collectors.toMap(row -> (int) number(row, 0), row -> row));
    return new TableProfile(
        answer.isEmpty() ? 0 : number(answer.getFirst(), 1),
        IntStream.range(0, columns.size())
            .mapToObj(i ->
                Optional.ofNullable(found.get(i))
                    .map(row -> column(columns.get(i), row))
                    .orElseGet(() -> ColumnProfile.none(columns.get(i))))
            .toList());
  }

  private static ColumnProfile column(ColumnPath path, Row row) {
    Optional<Lengths> lengths =
        row.values().get(7) instanceof Value.Null
            ? Optional.empty()
            : Optional.of(new Lengths(number(row, 6), number(row, 7), number(row, 8)));
    return new ColumnProfile(
        path,
        number(row, 1),
        number(row, 2),
        number(row, 3),
        number(row, 4),
        number(row, 5),
        lengths,
        number(row, 10),
        extent(row),
        row.values().get(9) instanceof Value.Array(List<Value> values)
            ? values.stream().flatMap(value -> frequent(value).stream()).toList()
            : List.of());
  }

  private static Optional<Extent> extent(Row row) {
    return row.values().get(11) instanceof Value.Scalar(String least)
            && row.values().get(12) instanceof Value.Scalar(String most)
        ? Optional.of(
            new Extent(
                least,
                most,
                row.values().get(13) instanceof Value.Scalar(String mean)
                    ? OptionalDouble.of(FloatText.parse(mean))
                    : OptionalDouble.empty()))
        : Optional.empty();
  }

  /// Empty for the NULLs of the column, which have their figure.
  private static Optional<Frequent> frequent(Value value) {
    return value instanceof Value.Struct(List<Value> members)
            && members.getFirst() instanceof Value.Scalar(String text)
            && members.getLast() instanceof Value.Scalar(String count)
        ? Optional.of(new Frequent(text, Long.parseLong(count)))
        : Optional.empty();
  }

  private static long number(Row row, int place) {
    return row.values().get(place) instanceof Value.Scalar(String text) ? Long.parseLong(text) : 0;
  }
}
