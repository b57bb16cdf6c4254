package dev.pollux.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that come late, out of order, or not at all.
class RowPagesTest {
  private static final TableRef TABLE = new TableRef("p1", "d", "t");
  private static final Field NUMBER = Field.of("n", FieldType.INT64);
  private final TableInfo info =
      new FakeCatalog("p1")
          .dataset("d", Location.US_CENTRAL1)
          .table("d", "t", 0, NUMBER)
          .tables
          .get(TABLE);

  /// A table whose rows are their numbers; what happens to a page is the test's.
  private interface Numbered extends Rows {
    long total(long start) throws CloudException;

    @Override
    default Page page(TableRef table, TableSchema schema, long start, int size)
        throws CloudException {
      long total = total(start);
      return new Page(
          start,
          LongStream.range(start, Math.min(total, start + size))
              .mapToObj(n -> new Row(List.of(new Value.Scalar(Long.toString(n)))))
              .toList(),
          total);
    }
  }

  private List<String> read(Rows rows) throws CloudException, InterruptedException {
    List<String> all = new ArrayList<>();
    new RowPages(rows)
        .read(
            info,
            List.of(NUMBER),
            page -> page.rows().stream().map(Row::values).map(RowPagesTest::text).toList(),
            all::addAll);
    return all;
  }

  private static String text(List<Value> values) {
    return ((Value.Scalar) values.getFirst()).text();
  }

  private static List<String> numbers(long to) {
    return LongStream.range(0, to).mapToObj(Long::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1_999, 2_000, 2_001, 22_000, 22_001, 125_013})
  void everyRowComesOnceAndInOrder(long total) throws Exception {
    Numbered rows = _ -> total;
    assertThat(read(rows)).isEqualTo(numbers(total));
  }

  @Test
  void aPageThatIsLateHoldsBackThoseBehindIt() throws Exception {
    CountDownLatch later = new CountDownLatch(3);
    Numbered rows =
        start -> {
          if (start == RowPages.FIRST) {
            await(later);
          } else if (start > RowPages.FIRST) {
            later.countDown();
          }
          return 100_000;
        };
    assertThat(read(rows)).isEqualTo(numbers(100_000));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTableThatGrowsOrShrinksMeanwhileIsReadToItsEnd() throws Exception {
    Numbered grows = start -> start < 20_000 ? 30_000 : 52_345;
    assertThat(read(grows)).isEqualTo(numbers(52_345));
    Numbered shrinks = start -> start < 22_000 ? 150_000 : 22_000;
    assertThat(read(shrinks)).isEqualTo(numbers(22_000));
  }

  /// Pages behind the first wait for each other in fours: fewer at once would never end.
  @Test
  void fourAreOnTheirWayAtOnceAndNoMore() throws Exception {
    CyclicBarrier four = new CyclicBarrier(4);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Numbered rows =
        start -> {
          if (start > 0) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(four);
            now.decrementAndGet();
          }
          return RowPages.FIRST + RowPages.MOST * 12L;
        };
    read(rows);
    assertThat(most.get()).isEqualTo(4);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A page of long rows is a page of few.
  @ParameterizedTest
  @CsvSource({"1, 20000", "200, 10000", "2000, 1000", "9000000, 1"})
  void longRowsMakeShortPages(int letters, int size) throws Exception {
    Value text = new Value.Array(List.of(new Value.Scalar("x".repeat(letters))));
    Set<Integer> sizes = ConcurrentHashMap.newKeySet();
    Rows rows =
        (table, schema, start, count) -> {
          if (start > 0) {
            sizes.add(count);
          }
          int rest = (int) Math.min(count, 2_000 + 3L * size - start);
          return new Page(
              start, Collections.nCopies(rest, new Row(List.of(text))), 2_000 + 3L * size);
        };
    new RowPages(rows).read(info, List.of(NUMBER), Page::start, _ -> {});
    assertThat(sizes).containsExactly(size);
  }

  @Test
  void aFailureEndsIt() {
    CloudException refused = new CloudException.NotAllowed("no", "", null);
    Numbered rows =
        start -> {
          if (start == 42_000) {
            throw refused;
          }
          return 150_000;
        };
    assertThatThrownBy(() -> read(rows)).isSameAs(refused);
  }

  @Test
  void whoIsStoppedStopsWhatIsOnItsWay() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Numbered rows =
        start -> {
          if (start > 0) {
            asked.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException _) {
              stopped.countDown();
            }
          }
          return 150_000;
        };
    AtomicReference<Exception> end = new AtomicReference<>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                read(rows);
              } catch (CloudException | InterruptedException e) {
                end.set(e);
              }
            });
    asked.await();
    reader.interrupt();
    stopped.await();
    reader.join();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }
}
