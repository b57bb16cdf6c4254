package dev.pollux.domain.table;

import dev.pollux.domain.Location;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is known of a table. `rows` and `bytes` are -1 where the service does not say (views);
/// where rows are being streamed, `rows` is about right only, see [#isCounted].
public record TableInfo(
    TableRef ref,
    TableKind kind,
    Location location,
    TableSchema schema,
    long rows,
    long bytes,
    Instant created,
    Instant modified,
    Optional<Instant> expires,
    String description,
    TableStorage storage) {
  /// A table of which nothing is special.
  public TableInfo(
      TableRef ref,
      TableKind kind,
      Location location,
      TableSchema schema,
      long rows,
      long bytes,
      Instant created,
      Instant modified,
      Optional<Instant> expires,
      String description) {
    this(
        ref,
        kind,
        location,
        schema,
        rows,
        bytes,
        created,
        modified,
        expires,
        description,
        TableStorage.PLAIN);
  }

  /// Whether `rows` says exactly how many there are.
  public boolean isCounted() {
    return rows >= 0 && storage.streamed() == 0;
  }

  /// How many rows there are at the least: those that are stored. -1 where the service does not
  /// say.
  public long stored() {
    return rows < 0 ? rows : rows - storage.streamed();
  }

  /// The columns that conditions can be about: those of the table, and those that it has without
  /// showing them.
  public TableSchema conditionColumns() {
    List<Field> all = new ArrayList<>(schema.fields());
    if (kind == TableKind.SHARDS) {
      all.add(Field.of("_TABLE_SUFFIX", FieldType.STRING));
    }
    storage
        .partition()
        .map(PartitionColumn::name)
        .filter("_PARTITIONTIME"::equals)
        .ifPresent(name -> all.add(Field.of(name, FieldType.TIMESTAMP)));
    return new TableSchema(all);
  }

  /// The table whose rows can be listed free of charge to see what rows of this one look like:
  /// itself, or the newest of a set. Empty where rows need a query.
  public Optional<TableRef> listed() {
    return kind == TableKind.SHARDS
        ? storage.newest()
        : kind.listsRows() ? Optional.of(ref) : Optional.empty();
  }
}
