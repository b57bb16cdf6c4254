package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.column.ColumnSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a table can be the source of a job, and as what.
public final class SourceCheck {
  /// Requests a job may have
  /// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction).
  public static final long MAX_ROWS = 200_000;

  /// The most rows of one run: so many that its parts are twenty jobs.
  public static final long MOST_ROWS = 20 * MAX_ROWS;

  private static final Set<String> RESERVED = Set.of("response", "status");

  private SourceCheck() {}

  /// Whether the table brings its own requests: a column `request` of type JSON or STRING.
  public static boolean hasRequestColumn(TableSchema schema) {
    return schema.find("request").filter(SourceCheck::isRequest).isPresent();
  }

  /// Whether the service passes a column of this type as it is; others go as text.
  public static boolean passesAsItIs(Field field) {
    return ColumnSql.mayPass(field);
  }

  private static boolean isRequest(Field field) {
    return !field.isRepeated()
        && (field.type() == FieldType.JSON || field.type() == FieldType.STRING);
  }

  /// @param template whether Pollux makes the requests; then columns are converted, not refused
  public static List<Finding> check(TableInfo table, boolean template) {
    List<Finding> found = new ArrayList<>();
    if (table.rows() == 0) {
      found.add(Finding.stop("source.no-rows"));
    } else if (table.rows() > MOST_ROWS) {
      found.add(
          template
              ? Finding.warning("source.many-rows", table.rows(), MOST_ROWS)
              : Finding.stop("source.too-many-rows", table.rows(), MOST_ROWS));
    }
    if (table.storage().streamed() > 0) {
      found.add(Finding.warning("source.streamed", table.storage().streamed()));
    }
    if (!template) {
      asItIs(table, found);
    }
    if (table.schema().fields().isEmpty()) {
      found.add(Finding.stop("source.no-columns"));
    }
    return found;
  }

  private static void asItIs(TableInfo table, List<Finding> found) {
    if (table.kind() == TableKind.SHARDS) {
      found.add(Finding.stop("source.shards-as-they-are"));
    } else if (table.kind() != TableKind.TABLE && table.kind() != TableKind.SNAPSHOT) {
      found.add(Finding.warning("source.not-a-table"));
    }
    if (table.schema().find("request").isEmpty()) {
      found.add(Finding.stop("source.no-request-column"));
    } else if (!hasRequestColumn(table.schema())) {
      found.add(
          Finding.stop(
              "source.request-type",
              table.schema().find("request").map(Field::typeName).orElse("")));
    }
    for (Field field : table.schema().fields()) {
      if (!ColumnSql.mayPass(field)) {
        found.add(Finding.stop("source.column-type", field.name(), field.typeName()));
      }
      if (RESERVED.contains(field.name().toLowerCase(Locale.ROOT))) {
        found.add(Finding.stop("source.reserved", field.name()));
      }
    }
  }
}
