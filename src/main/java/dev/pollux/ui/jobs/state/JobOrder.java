package dev.pollux.ui.jobs.state;

import dev.pollux.domain.job.UsdRange;
import dev.pollux.run.state.JobLine;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/// How the lines of the list are ordered by one of its columns, the smallest first.
public final class JobOrder {
  /// As they stand where nobody asked for another order.
  public static final Comparator<JobLine> NEWEST_FIRST =
      Comparator.comparing(JobLine::created).reversed().thenComparing(JobLine::key);

  private JobOrder() {}

  public static Comparator<JobLine> byTitle(Locale locale) {
    Collator letters = Collator.getInstance(locale);
    return Comparator.comparing(JobLine::title, letters::compare);
  }

  public static Comparator<JobLine> byState() {
    return Comparator.comparing(DisplayState::of);
  }

  /// By the rows that are done.
  public static Comparator<JobLine> byRows() {
    return Comparator.comparingLong(line -> JobWords.counts(line).done());
  }

  /// By when they were created.
  public static Comparator<JobLine> byTime() {
    return Comparator.comparing(JobLine::created);
  }

  /// By what was paid, else by what may be paid at most; those that nobody knows come first.
  public static Comparator<JobLine> byCost() {
    return Comparator.comparingDouble(
        line -> line.billed().orElseGet(() -> line.estimate().map(UsdRange::high).orElse(-1.0)));
  }

  public static Comparator<JobLine> byModel(JobWords words) {
    return Comparator.comparing(words::model);
  }
}
