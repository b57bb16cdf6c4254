package dev.pollux.cloud;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads all rows of a table, some columns of them, in the table's order: several pages are on
/// their way at once, and no more than those are in memory. How many rows a page has follows from
/// how long they are: each call has its price in time, and what the service sends in one answer has
/// its bound of 10 MB (https://docs.cloud.google.com/bigquery/quotas#tabledatalist).
public final class RowPages {
  /// Rows of the first page, of which the length of the others is not known yet.
  public static final int FIRST = 2_000;

  /// Rows of a page whose rows are short.
  public static final int MOST = 20_000;

  /// Of a page, in all: more of them at once cost the garbage collector more than calls cost time.
  private static final long LETTERS = 2_000_000;

  private static final int AT_ONCE = 4;
  private final Rows rows;

  /// Takes what became of one page.
  public interface Taker<T> {
    void take(T page) throws CloudException, InterruptedException;
  }

  public RowPages(Rows rows) {
    this.rows = rows;
  }

  /// Reads them all; the calling thread waits.
  ///
  /// @param columns of the table, in its order, at least one
  /// @param work what is made of each page, on several threads at once
  /// @param taker hears of each page in order, on the calling thread
  /// @throws InterruptedException when the thread was interrupted; what is on its way is stopped
  public <T> void read(TableInfo table, List<Field> columns, Function<Page, T> work, Taker<T> taker)
      throws CloudException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        Call<T> call =
            (start, size) -> of(rows.page(table.ref(), table.schema(), columns, start, size), work);
        read(threads, first(table), call, taker);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /// Rows of a page, from a row number on.
  private interface Call<T> {
    Made<T> at(long start, int size) throws CloudException;
  }

  /// @param total how many rows the table has
  /// @param fit how many of such rows make a page
  private record Made<T>(boolean empty, long total, int fit, T of) {}

  private static <T> Made<T> of(Page page, Function<Page, T> work) {
    return new Made<>(page.rows().isEmpty(), page.total(), fit(page.rows()), work.apply(page));
  }

  /// The table's own size is that of all its columns: an upper bound.
  private static int first(TableInfo table) {
    return table.rows() <= 0 || table.bytes() <= 0
        ? FIRST
        : fit(table.bytes() / table.rows(), FIRST);
  }

  private static int fit(List<Row> rows) {
    return rows.isEmpty()
        ? FIRST
        : fit(rows.stream().mapToLong(row -> letters(row.values())).sum() / rows.size(), MOST);
  }

  private static int fit(long letters, int most) {
    return Math.clamp(LETTERS / Math.max(1, letters), 1, most);
  }

  private static long letters(List<Value> values) {
    long all = 0;
    for (Value value : values) {
      all +=
          switch (value) {
            case Value.Null _ -> 0;
            case Value.Scalar scalar -> scalar.text().length();
            case Value.Struct struct -> letters(struct.values());
            case Value.Array array -> letters(array.values());
          };
    }
    return all;
  }

  /// How many there are is known with the first page, and may change with any.
  private static <T> void read(ExecutorService threads, int first, Call<T> call, Taker<T> taker)
      throws CloudException, InterruptedException {
    Queue<Future<Made<T>>> ahead = new ArrayDeque<>();
    ahead.add(threads.submit(() -> call.at(0, first)));
    long next = first;
    while (!ahead.isEmpty()) {
      Made<T> made = await(ahead.remove());
      if (made.empty()) {
        return;
      }
      taker.take(made.of());
      while (next < made.total() && ahead.size() < AT_ONCE) {
        long start = next;
        ahead.add(threads.submit(() -> call.at(start, made.fit())));
        next += made.fit();
      }
    }
  }

  private static <T> T await(Future<T> answer) throws CloudException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case CloudException refused -> throw refused;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
