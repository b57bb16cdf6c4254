package dev.pollux.settings;

import dev.pollux.domain.table.TableRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `recent` are the last five tables, the last one first.
public record TableLists(
    Optional<TableRef> lastTable, List<TableRef> pinned, List<TableRef> recent) {
  private static final int RECENT = 5;

  public TableLists {
    pinned = List.copyOf(pinned);
    recent = List.copyOf(recent);
  }

  TableLists opened(TableRef table) {
    return new TableLists(
        Optional.of(table),
        pinned,
        Stream.concat(Stream.of(table), recent.stream().filter(t -> !t.equals(table)))
            .limit(RECENT)
            .toList());
  }

  TableLists pin(TableRef table, boolean on) {
    Stream<TableRef> others = pinned.stream().filter(t -> !t.equals(table));
    return new TableLists(
        lastTable, (on ? Stream.concat(others, Stream.of(table)) : others).toList(), recent);
  }
}
