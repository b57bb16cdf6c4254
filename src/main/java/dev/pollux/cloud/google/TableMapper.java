package dev.pollux.cloud.google;

import com.google.cloud.bigquery.StandardTableDefinition;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableDefinition;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableKind;
import dev.pollux.domain.TableRef;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// BigQuery's description of a table as ours.
final class TableMapper {
  private TableMapper() {}

  static TableKind kind(Table table) {
    TableDefinition definition = table.getDefinition();
    return switch (definition.getType().name()) {
      case "TABLE" -> TableKind.TABLE;
      case "VIEW" -> TableKind.VIEW;
      case "MATERIALIZED_VIEW" -> TableKind.MATERIALIZED_VIEW;
      case "EXTERNAL" -> TableKind.EXTERNAL;
      case "SNAPSHOT" -> TableKind.SNAPSHOT;
      default -> TableKind.OTHER;
    };
  }

  static Optional<Location> location(Table table) {
    TableDefinition definition = table.getDefinition();
    return definition instanceof StandardTableDefinition standard
        ? Optional.ofNullable(standard.getLocation()).map(Location::new)
        : Optional.empty();
  }

  static TableInfo info(TableRef ref, Table table, Location location) {
    TableKind kind = kind(table);
    TableDefinition definition = table.getDefinition();
    return new TableInfo(
        ref,
        kind,
        location,
        SchemaMapper.of(definition.getSchema()),
        sized(kind, table.getNumRows()),
        sized(kind, table.getNumBytes()),
        instant(table.getCreationTime()).orElse(Instant.EPOCH),
        instant(table.getLastModifiedTime())
            .or(() -> instant(table.getCreationTime()))
            .orElse(Instant.EPOCH),
        instant(table.getExpirationTime()),
        table.getDescription() == null ? "" : table.getDescription());
  }

  /// What has no storage of its own says 0, which is not known rather than none.
  private static long sized(TableKind kind, @Nullable Number number) {
    return switch (kind) {
      case VIEW, EXTERNAL, OTHER -> -1;
      case TABLE, MATERIALIZED_VIEW, SNAPSHOT -> number == null ? -1 : number.longValue();
    };
  }

  private static Optional<Instant> instant(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }
}
