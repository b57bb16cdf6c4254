package dev.pollux.testing;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.SeenJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal in memory. With `dieAtWrite` it stands for a process that is killed: that write, and
/// everything after it, never happens.
public final class FakeJournal implements Journal {
  /// What a killed process throws in a test.
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// 1 for the first write; 0 for never.
  public int dieAtWrite;

  /// From this write on the disk is full; 0 for never.
  public int fullFromWrite;

  public int writes;
  private final Map<RunId, Run> runs = new LinkedHashMap<>();
  private final Map<RunId, RunAccount> accounts = new LinkedHashMap<>();
  private final Map<RunId, AnswersCopy> copies = new LinkedHashMap<>();
  private final Map<String, SeenJob> seen = new LinkedHashMap<>();
  private final Map<JobName, Double> bills = new LinkedHashMap<>();

  @Override
  public synchronized void begin(Run run) {
    live();
    if (runs.putIfAbsent(run.plan().id(), run) != null) {
      throw new IllegalStateException("run " + run.plan().id() + " is there already");
    }
  }

  @Override
  public synchronized Run move(Run before, Run after) {
    live();
    Run now = runs.get(before.plan().id());
    if (now == null) {
      throw new IllegalStateException("no run " + before.plan().id());
    }
    if (now.stage() != before.stage()) {
      return now;
    }
    runs.put(after.plan().id(), after);
    return after;
  }

  private void live() {
    if (++writes == dieAtWrite) {
      throw new Killed();
    }
    if (fullFromWrite > 0 && writes >= fullFromWrite) {
      throw new UncheckedIOException(new IOException("the disk is full"));
    }
  }

  @Override
  public synchronized Optional<Run> find(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public synchronized List<Run> runs() {
    return List.copyOf(runs.values()).reversed();
  }

  @Override
  public void account(RunId root, RunAccount account) {
    accounts.put(root, account);
  }

  @Override
  public Map<RunId, RunAccount> accounts() {
    return Map.copyOf(accounts);
  }

  @Override
  public synchronized void answersCopy(AnswersCopy copy) {
    live();
    copies.put(copy.root(), copy);
  }

  @Override
  public synchronized Map<RunId, AnswersCopy> answersCopies() {
    return Map.copyOf(copies);
  }

  @Override
  public synchronized void seen(SeenJob job) {
    live();
    seen.put(job.key(), job);
  }

  @Override
  public synchronized Map<String, SeenJob> seen() {
    return Map.copyOf(seen);
  }

  @Override
  public void bill(JobName job, double usd) {
    bills.put(job, usd);
  }

  @Override
  public Map<JobName, Double> bills() {
    return Map.copyOf(bills);
  }

  @Override
  public void close() {}
}
