package dev.pollux.run.journal;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.SeenJob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the journal says, in memory: plans are read once, not at each question.
final class JournalContent {
  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing(Run::created).reversed().thenComparing(run -> run.plan().id().id());
  private final Map<RunId, Run> runs = new HashMap<>();
  private final Map<JobName, Double> bills = new HashMap<>();
  private final Map<RunId, RunAccount> accounts = new HashMap<>();
  private final Map<RunId, AnswersCopy> copies = new HashMap<>();
  private final Map<String, SeenJob> seen = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private long last;
  private @Nullable List<Run> sorted;
  private @Nullable Map<JobName, Double> billed;

  JournalContent(Collection<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      try {
        read(entry);
      } catch (RuntimeException e) {
        unreadable.add(entry.key());
      }
      last = Math.max(last, entry.number());
    }
  }

  private void read(JournalEntry entry) {
    if (entry.key().startsWith(EntryJson.RUN)) {
      put(EntryJson.run(entry));
    } else if (entry.key().startsWith(EntryJson.BILL)) {
      put(EntryJson.job(entry), EntryJson.usd(entry));
    } else if (entry.key().startsWith(EntryJson.ACCOUNT)) {
      put(EntryJson.accountOf(entry), EntryJson.account(entry));
    } else if (entry.key().startsWith(AnswersCopyJson.KEY)) {
      put(AnswersCopyJson.read(entry));
    } else if (entry.key().startsWith(SeenJobJson.KEY)) {
      put(SeenJobJson.read(entry));
    } else {
      unreadable.add(entry.key());
    }
  }

  /// The keys of entries that this version cannot read.
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /// The number of the next write.
  long next() {
    return last + 1;
  }

  /// An entry was written under that number.
  void wrote(JournalEntry entry) {
    last = entry.number();
  }

  void put(Run run) {
    runs.put(run.plan().id(), run);
    sorted = null;
  }

  void put(JobName job, double usd) {
    bills.put(job, usd);
    billed = null;
  }

  void put(RunId root, RunAccount account) {
    accounts.put(root, account);
  }

  void put(AnswersCopy copy) {
    copies.put(copy.root(), copy);
  }

  void put(SeenJob job) {
    seen.put(job.key(), job);
  }

  Optional<Run> find(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  /// Newest first; runs of one moment by their ids.
  List<Run> runs() {
    if (sorted == null) {
      sorted = runs.values().stream().sorted(NEWEST_FIRST).toList();
    }
    return sorted;
  }

  Map<RunId, RunAccount> accounts() {
    return Map.copyOf(accounts);
  }

  Map<RunId, AnswersCopy> answersCopies() {
    return Map.copyOf(copies);
  }

  Map<String, SeenJob> seen() {
    return Map.copyOf(seen);
  }

  /// The same map until there is another bill: it is asked for at each tick.
  Map<JobName, Double> bills() {
    if (billed == null) {
      billed = Map.copyOf(bills);
    }
    return billed;
  }
}
