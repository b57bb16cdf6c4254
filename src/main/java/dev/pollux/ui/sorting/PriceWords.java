package dev.pollux.ui.sorting;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cost.QueryPrice;
import dev.pollux.text.ByteSize;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;

/// What a query that is offered reads and costs, in words. Where nobody can say it beforehand, that
/// is the most that is billed.
public record PriceWords(Words words) {
  /// How much it reads.
  public String amount(DryRun price) {
    return ByteSize.of(words, read(price));
  }

  /// What that costs by the list price of the US.
  public String dollars(DryRun price) {
    return Money.usd(words, QueryPrice.dollars(read(price)));
  }

  /// Whose price it is, and what else is to be known before one agrees.
  ///
  /// @param stopped whether the query had begun, and was stopped
  public String offered(DryRun price, boolean stopped) {
    List<String> all = new ArrayList<>();
    if (stopped) {
      all.add(words.get("sorting.price.stopped"));
    }
    if (!price.isMeasured()) {
      all.add(words.get("sorting.price.unmeasured"));
    }
    all.add(words.get("sorting.price.us"));
    return String.join(" ", all);
  }

  private static long read(DryRun price) {
    return price.isMeasured() ? price.bytesProcessed() : price.ceiling();
  }
}
