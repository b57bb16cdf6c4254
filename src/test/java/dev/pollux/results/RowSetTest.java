package dev.pollux.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeRows;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSetTest {
  @Test
  void findsEveryRowOfASetWithGapsOfAnySize() {
    Random random = new Random(7);
    for (int gap : new int[] {1, 3, 500, 9_000}) {
      BitSet bits = new BitSet();
      int row = random.nextInt(gap);
      for (int i = 0; i < 3_000; i++) {
        bits.set(row);
        row += 1 + random.nextInt(gap);
      }
      RowSet set = new RowSet(bits);
      int[] rows = bits.stream().toArray();
      assertThat(set.size()).isEqualTo(rows.length);
      assertThat(IntStream.range(0, rows.length).mapToLong(set::at).toArray())
          .as("gap " + gap)
          .isEqualTo(bits.stream().asLongStream().toArray());
      assertThatThrownBy(() -> set.at(rows.length)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void anEmptySetHasNoRows() {
    assertThat(new RowSet(new BitSet()).size()).isZero();
    assertThatThrownBy(() -> new RowSet(new BitSet()).at(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void neighboursAreReadInOneCall() throws Exception {
    TableRef ref = new TableRef("p1", "d", "out");
    FakeCatalog catalog = new FakeCatalog("p1").dataset("d", Location.US_CENTRAL1);
    catalog.table("d", "out", 10_000, Field.of("id", FieldType.INT64));
    FakeRows rows = new FakeRows();
    rows.tables.put(ref, IntStream.range(0, 10_000).mapToObj(RowSetTest::row).toList());
    BitSet bits = new BitSet();
    IntStream.of(5, 7, 1_500, 6_000, 6_001, 9_999).forEach(bits::set);

    List<Row> page = new RowSetReader(rows).page(catalog.tables.get(ref), new RowSet(bits), 1, 200);

    assertThat(page).containsExactly(row(7), row(1_500), row(6_000), row(6_001), row(9_999));
    assertThat(rows.asked)
        .containsExactly(
            new FakeRows.Asked(ref, 7, 1_494),
            new FakeRows.Asked(ref, 6_000, 2),
            new FakeRows.Asked(ref, 9_999, 1));
  }

  private static Row row(int id) {
    return new Row(List.of(new Value.Scalar(Integer.toString(id))));
  }
}
