package dev.pollux.cloud.google.bigquery;

import com.google.api.services.bigquery.model.Streamingbuffer;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableStorage;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// BigQuery's description of a table as ours. It is read from the wire's own form: the client's
/// classes say of a view neither where it is nor, of a new kind of table, anything at all.
final class TableMapper {
  private TableMapper() {}

  static TableKind kind(@Nullable String type) {
    return switch (type) {
      case "TABLE" -> TableKind.TABLE;
      case "VIEW" -> TableKind.VIEW;
      case "MATERIALIZED_VIEW" -> TableKind.MATERIALIZED_VIEW;
      case "EXTERNAL" -> TableKind.EXTERNAL;
      case "SNAPSHOT" -> TableKind.SNAPSHOT;
      case null, default -> TableKind.OTHER;
    };
  }

  static TableInfo info(TableRef ref, Table table) {
    TableKind kind = kind(table.getType());
    long streamed = streamed(table.getStreamingBuffer());
    long rows = sized(kind, number(table.getNumRows()));
    return new TableInfo(
        ref,
        kind,
        new Location(table.getLocation()),
        RawSchema.of(table.getSchema()),
        rows < 0 ? rows : rows + streamed,
        sized(kind, table.getNumBytes()),
        instant(table.getCreationTime()).orElse(Instant.EPOCH),
        instant(number(table.getLastModifiedTime()))
            .or(() -> instant(table.getCreationTime()))
            .orElse(Instant.EPOCH),
        instant(table.getExpirationTime()),
        table.getDescription() == null ? "" : table.getDescription(),
        new TableStorage(partition(table), streamed, tagged(table), Optional.empty()));
  }

  private static long streamed(@Nullable Streamingbuffer buffer) {
    return buffer == null || buffer.getEstimatedRows() == null
        ? 0
        : buffer.getEstimatedRows().longValue();
  }

  private static Optional<PartitionColumn> partition(Table table) {
    boolean required = Boolean.TRUE.equals(table.getRequirePartitionFilter());
    if (table.getTimePartitioning() != null) {
      String field = table.getTimePartitioning().getField();
      return Optional.of(
          new PartitionColumn(
              field == null ? "_PARTITIONTIME" : field,
              required
                  || Boolean.TRUE.equals(table.getTimePartitioning().getRequirePartitionFilter())));
    }
    return table.getRangePartitioning() == null
        ? Optional.empty()
        : Optional.of(new PartitionColumn(table.getRangePartitioning().getField(), required));
  }

  private static Set<String> tagged(Table table) {
    return table.getSchema() == null || table.getSchema().getFields() == null
        ? Set.of()
        : table.getSchema().getFields().stream()
            .filter(TableMapper::isTagged)
            .map(TableFieldSchema::getName)
            .collect(Collectors.toSet());
  }

  private static boolean isTagged(TableFieldSchema field) {
    boolean here =
        field.getPolicyTags() != null
            && field.getPolicyTags().getNames() != null
            && !field.getPolicyTags().getNames().isEmpty();
    return here
        || (field.getFields() != null
            && field.getFields().stream().anyMatch(TableMapper::isTagged));
  }

  /// What has no storage of its own says 0, which is not known rather than none.
  private static long sized(TableKind kind, @Nullable Long number) {
    return switch (kind) {
      case VIEW, EXTERNAL, SHARDS, OTHER -> -1;
      case TABLE, MATERIALIZED_VIEW, SNAPSHOT -> number == null ? -1 : number;
    };
  }

  private static @Nullable Long number(@Nullable BigInteger number) {
    return number == null ? null : number.longValue();
  }

  private static Optional<Instant> instant(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }
}
