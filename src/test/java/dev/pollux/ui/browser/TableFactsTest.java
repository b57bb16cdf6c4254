package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.table.TableStorage;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the details of a table say.
class TableFactsTest {
  private static final TableRef EVENTS = new TableRef("p", "d", "events_20261128");

  private static Map<String, String> facts(TableKind kind, TableStorage storage) {
    return new TableFacts(new Words(Locale.ENGLISH))
        .all(
            new TableInfo(
                EVENTS,
                kind,
                Location.US_CENTRAL1,
                new TableSchema(List.of()),
                10,
                2_000,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                "",
                storage));
  }

  private static TableStorage storage(PartitionColumn column, long streamed, Set<String> tagged) {
    return new TableStorage(Optional.of(column), streamed, tagged, Optional.empty());
  }

  @Test
  void aPlainTableSaysNothingOfPartitionsAndTags() {
    assertThat(facts(TableKind.TABLE, TableStorage.PLAIN))
        .containsOnlyKeys(
            "Name", "Kind", "Rows", "Size", "Location", "Created", "Changed", "Expires");
  }

  @Test
  void whatHoldsBackAQueryIsSaid() {
    assertThat(
            facts(TableKind.TABLE, storage(new PartitionColumn("day", false), 0, Set.of("b", "a"))))
        .contains(entry("Partitioned by", "day"), entry("Policy tags on", "a, b"));
    assertThat(facts(TableKind.TABLE, storage(new PartitionColumn("day", true), 3, Set.of())))
        .contains(
            entry("Partitioned by", "day; each query must narrow it"),
            entry("Rows", "about 10 rows, 3 just streamed"));
    assertThat(facts(TableKind.SHARDS, TableStorage.PLAIN.withNewest(EVENTS)))
        .contains(entry("Newest table", "events_20261128"));
  }
}
