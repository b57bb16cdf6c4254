package dev.pollux.prompt.check;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at all requests of a table that brings its own, in the cloud: how many could not be sent.
/// One missing role failed 590 of 590 rows, and a text for `parts` the whole job ("Error Code 13 -
/// INTERNAL", https://github.com/googleapis/python-aiplatform/issues/4074).
public final class OwnRequestsSql {
  private OwnRequestsSql() {}

  /// Gives one row: all, not JSON, without contents, without a good role, without good parts, and
  /// those where one object stands for a list of one, as Google's front end takes it.
  public static Query of(TableRef table, TableSchema schema, Location location) {
    boolean text = schema.find("request").orElseThrow().type() == FieldType.STRING;
    String json = text ? "SAFE.PARSE_JSON(`request`)" : "`request`";
    String sql =
        """
        SELECT COUNT(*) AS requests,
          COUNTIF(body IS NULL) AS not_json,
          COUNTIF(body IS NOT NULL AND IFNULL(ARRAY_LENGTH(contents), 0) = 0) AS no_contents,
          COUNTIF(EXISTS(SELECT 1 FROM UNNEST(contents) AS content
            WHERE IFNULL(JSON_VALUE(content, '$.role'), '') NOT IN ('user', 'model'))) AS no_role,
          COUNTIF(EXISTS(SELECT 1 FROM UNNEST(contents) AS content
            WHERE JSON_QUERY(content, '$.parts[0]') IS NULL
              AND IFNULL(JSON_TYPE(JSON_QUERY(content, '$.parts')), '') != 'object')) AS no_parts,
          COUNTIF(kind = 'object' OR EXISTS(SELECT 1 FROM UNNEST(contents) AS content
            WHERE JSON_TYPE(JSON_QUERY(content, '$.parts')) = 'object')) AS single
        FROM (SELECT body, kind, IF(kind = 'object', [JSON_QUERY(body, '$.contents')],
            JSON_QUERY_ARRAY(body, '$.contents')) AS contents
          FROM (SELECT body, IFNULL(JSON_TYPE(JSON_QUERY(body, '$.contents')), '') AS kind
            FROM (SELECT %s AS body FROM %s)))
        """
            .formatted(json, table.sql());
    return new Query(sql, Map.of(), location, Optional.empty());
  }

  public static Finding read(Row row) {
    List<Long> counts =
        row.values().stream()
            .map(value -> value instanceof Value.Scalar(String text) ? Long.parseLong(text) : 0L)
            .toList();
    long wrong = counts.subList(1, 5).stream().mapToLong(Long::longValue).sum();
    if (wrong == 0) {
      return counts.get(5) == 0
          ? Finding.ok("own.good", counts.getFirst())
          : Finding.warning("own.single", counts.get(5), counts.getFirst());
    }
    return Finding.stop(
        "own.faults",
        counts.get(1),
        counts.get(2),
        counts.get(3),
        counts.get(4),
        counts.getFirst());
  }
}
