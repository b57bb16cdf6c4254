package dev.pollux.run.follow;

import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.run.state.SeenJob;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at all jobs at each tick, and keeps in the journal what was seen of those that were sent
/// from here: when a job turns to another state at once, else at most once a minute, and nothing
/// where nothing changed. Not for several threads.
final class SeenJobs {
  private static final Logger LOG = LoggerFactory.getLogger(SeenJobs.class);
  private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

  private final Journal journal;
  private final Map<String, SeenJob> seen = new HashMap<>();
  private final Map<String, SeenJob> kept;
  private List<JobLine> looked = new ArrayList<>();
  private Map<String, List<ProgressPoint>> points = Map.of();
  private boolean full;

  SeenJobs(Journal journal) {
    this.journal = journal;
    kept = new HashMap<>(journal.seen());
    seen.putAll(kept);
  }

  /// @return the points of each job that ran, by its key
  Map<String, List<ProgressPoint>> look(List<JobLine> lines, Instant at) {
    if (isLookedAt(lines)) {
      return points;
    }
    looked = lines;
    Set<String> there = new HashSet<>();
    for (JobLine line : lines) {
      look(line.key(), line, at, there);
      for (JobLine job : line.together()) {
        look(job.partKey(), job, at, there);
      }
    }
    // Those that are no longer listed are forgotten here; what was kept of them stays.
    seen.keySet().retainAll(there);
    Map<String, List<ProgressPoint>> all = new HashMap<>();
    seen.forEach((key, job) -> {
      if (!job.points().isEmpty()) {
        all.put(key, job.points());
      }
    });
    points = Map.copyOf(all);
    return points;
  }

  /// The follower gives the same list where nothing changed.
  @SuppressWarnings("ReferenceEquality")
  private boolean isLookedAt(List<JobLine> lines) {
    return looked == lines && !full;
  }

  private void look(String key, JobLine line, Instant at, Set<String> there) {
    there.add(key);
    SeenJob before = seen.get(key);
    // What had ended when it was first seen has no course that anybody saw.
    if (line.job().isEmpty() || (before == null && !line.active())) {
      return;
    }
    SeenJob now = before == null ? SeenJob.of(key, line, at) : after(before, line, at);
    seen.put(key, now);
    if (line.run().isPresent() && !line.isSecond() && isDue(now)) {
      keep(now);
    }
  }

  /// What has ended is not kept twice, here and in the journal, only because it was looked at
  /// again.
  private static SeenJob after(SeenJob before, JobLine line, Instant at) {
    SeenJob now = before.after(line, at);
    return line.active() || now.isNewsAfter(before) ? now : before;
  }

  private boolean isDue(SeenJob now) {
    SeenJob last = kept.get(now.key());
    return last == null
        || (now.isNewsAfter(last)
            && (now.isTurnAfter(last)
                || !now.at().isBefore(last.at().plus(KEPT_EVERY))
                || now.at().isBefore(last.at())));
  }

  /// A chart is not worth a tick: where the disk is full the jobs are followed all the same.
  private void keep(SeenJob now) {
    try {
      journal.seen(now);
      kept.put(now.key(), now);
      full = false;
    } catch (UncheckedIOException e) {
      if (!full) {
        full = true;
        LOG.warn("What was seen of the jobs is not kept: {}", e.getMessage());
      }
    }
  }
}
