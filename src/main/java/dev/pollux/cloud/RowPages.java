package dev.pollux.cloud;

import dev.pollux.domain.Field;
import dev.pollux.domain.Page;
import dev.pollux.domain.TableInfo;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads all rows of a table, some columns of them, in the table's order: several pages are on
/// their way at once, and no more than those are in memory.
public final class RowPages {
  /// Rows of a page: of answers of a thousand letters some megabytes.
  public static final int SIZE = 2_000;

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
            start -> of(rows.page(table.ref(), table.schema(), columns, start, SIZE), work);
        read(threads, call, taker);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /// A page at a row number.
  private interface Call<T> {
    Made<T> at(long start) throws CloudException;
  }

  /// @param total how many rows the table has
  private record Made<T>(boolean empty, long total, T of) {}

  private static <T> Made<T> of(Page page, Function<Page, T> work) {
    return new Made<>(page.rows().isEmpty(), page.total(), work.apply(page));
  }

  /// How many there are is known with the first page, and may change with any.
  private static <T> void read(ExecutorService threads, Call<T> call, Taker<T> taker)
      throws CloudException, InterruptedException {
    Queue<Future<Made<T>>> ahead = new ArrayDeque<>();
    ahead.add(threads.submit(() -> call.at(0)));
    long next = SIZE;
    while (!ahead.isEmpty()) {
      Made<T> made = await(ahead.remove());
      if (made.empty()) {
        return;
      }
      taker.take(made.of());
      for (; next < made.total() && ahead.size() < AT_ONCE; next += SIZE) {
        long start = next;
        ahead.add(threads.submit(() -> call.at(start)));
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
