package dev.pollux.draft.trial;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.ParallelCalls;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.rows.RowFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws the rows of a trial from the whole table, by small pages of `tabledata.list`, which is
/// free of charge (https://docs.cloud.google.com/bigquery/pricing#free_operations).
public record TrialDraw(Rows rows) {
  /// Rows that are read at a place where not every row is asked about.
  private static final int PAGE = 25;

  /// Places that are looked at for one row, as long as none there meets the conditions.
  private static final int LOOKS = 4;

  private static final int AT_A_TIME = 4;

  /// How far places move from one trial to the next, as a part of their distance: no two of many
  /// trials take the same.
  private static final double GOLDEN = 0.618_033_988_75;

  /// @param count how many rows, at most [Trial#MOST]
  /// @param turn 0 for the rows that are drawn first, others with each number after it
  public record Wish(TrialChoice choice, int count, int turn) {
    public Wish {
      count = Math.clamp(count, 1, Trial.MOST);
    }
  }

  /// Which rows are drawn from, and what is made of them.
  ///
  /// @param sample the rows that are here
  /// @param whole whether no others can be drawn
  /// @param filter the rows that are asked about
  public record Among(
      List<Row> sample, boolean whole, RowFilter filter, RequestRenderer renderer) {}

  /// Fewer rows than wished where fewer meet the conditions, at the places that were looked at.
  public Trial draw(long id, Trial.Subject subject, Among among, Wish wish)
      throws CloudException, InterruptedException {
    TableInfo table = subject.table();
    Predicate<Row> matching = among.filter().matching();
    boolean all = among.filter().all();
    Map<Long, Row> drawn = new TreeMap<>();
    if (among.whole()) {
      drawn.putAll(atHand(among.sample(), matching, wish));
    } else if (wish.choice() == TrialChoice.FIRST) {
      drawn.putAll(first(table, matching, wish));
    } else {
      drawn.putAll(from(places(table.rows(), wish), table, matching, all ? 1 : PAGE, wish.count()));
    }
    return Trial.of(id, subject, among.renderer(), drawn);
  }

  private static Map<Long, Row> atHand(List<Row> sample, Predicate<Row> matching, Wish wish) {
    List<Integer> fit =
        new ArrayList<>(
            IntStream.range(0, sample.size())
                .filter(i -> matching.test(sample.get(i)))
                .boxed()
                .toList());
    Map<Long, Row> drawn = new TreeMap<>();
    int taken = Math.min(wish.count(), fit.size());
    if (wish.choice() == TrialChoice.RANDOM) {
      Collections.shuffle(fit, new java.util.Random(wish.turn()));
    }
    for (int i = 0; i < taken; i++) {
      int at =
          switch (wish.choice()) {
            case SPREAD -> (int) (((long) i * fit.size() / taken + wish.turn()) % fit.size());
            case FIRST -> (wish.turn() * taken + i) % fit.size();
            case RANDOM -> i;
          };
      drawn.put((long) fit.get(at), sample.get(fit.get(at)));
    }
    return drawn;
  }

  /// Turns through the beginning of the table, and begins anew where it was read to its end.
  private Map<Long, Row> first(TableInfo table, Predicate<Row> matching, Wish wish)
      throws CloudException {
    List<Map.Entry<Long, Row>> fit = new ArrayList<>();
    int wanted = (wish.turn() + 1) * wish.count();
    int size = Math.max(PAGE, wish.count());
    long most = Math.min(table.rows(), Math.max(wanted, (long) size * LOOKS * wish.count()));
    for (long start = 0; start < most && fit.size() < wanted; start += size) {
      fit.addAll(matches(table, matching, start, size).entrySet());
    }
    Map<Long, Row> drawn = new TreeMap<>();
    int taken = Math.min(wish.count(), fit.size());
    for (int i = 0; i < taken; i++) {
      Map.Entry<Long, Row> one = fit.get((wish.turn() * wish.count() + i) % fit.size());
      drawn.put(one.getKey(), one.getValue());
    }
    return drawn;
  }

  /// For each row that is wished, the places where it is looked for, one after the other.
  private static List<long[]> places(long total, Wish wish) {
    List<long[]> all = new ArrayList<>();
    RandomGenerator random = new SplittableRandom(wish.turn());
    for (int i = 0; i < wish.count(); i++) {
      long from = i * total / wish.count();
      long room = Math.max(1, (i + 1) * total / wish.count() - from);
      long[] looks = new long[LOOKS];
      for (int look = 0; look < LOOKS; look++) {
        double part = (wish.turn() * GOLDEN + (double) look / LOOKS) % 1;
        looks[look] =
            wish.choice() == TrialChoice.RANDOM
                ? random.nextLong(total)
                : Math.min(total - 1, from + (long) (part * room));
      }
      all.add(looks);
    }
    return all;
  }

  private Map<Long, Row> from(
      List<long[]> places, TableInfo table, Predicate<Row> matching, int size, int count)
      throws CloudException, InterruptedException {
    List<Callable<Map<Long, Row>>> calls = new ArrayList<>();
    for (long[] looks : places) {
      calls.add(() -> found(looks, table, matching, size));
    }
    List<Map<Long, Row>> found = new ParallelCalls(AT_A_TIME).all(calls, (_, _) -> {});
    Map<Long, Row> drawn = new TreeMap<>();
    Map<Long, Row> others = new TreeMap<>();
    for (Map<Long, Row> here : found) {
      here.entrySet().stream().findFirst().ifPresent(e -> drawn.put(e.getKey(), e.getValue()));
      others.putAll(here);
    }
    // Two places may lead to the same row, and some to none: what was read beside stands in.
    others.keySet().removeAll(drawn.keySet());
    others.entrySet().stream()
        .limit(Math.max(0, count - drawn.size()))
        .forEach(e -> drawn.put(e.getKey(), e.getValue()));
    return drawn;
  }

  private Map<Long, Row> found(long[] looks, TableInfo table, Predicate<Row> matching, int size)
      throws CloudException {
    for (long start : looks) {
      Map<Long, Row> here = matches(table, matching, start, size);
      if (!here.isEmpty()) {
        return here;
      }
    }
    return Map.of();
  }

  /// The rows of a page that are asked about, by their index in the table.
  private Map<Long, Row> matches(TableInfo table, Predicate<Row> matching, long start, int size)
      throws CloudException {
    Page page = rows.page(table.ref(), table.schema(), start, size);
    Map<Long, Row> found = new TreeMap<>();
    for (int i = 0; i < page.rows().size(); i++) {
      if (matching.test(page.rows().get(i))) {
        found.put(start + i, page.rows().get(i));
      }
    }
    return found;
  }
}
