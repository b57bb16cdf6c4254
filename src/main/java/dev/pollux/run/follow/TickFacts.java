package dev.pollux.run.follow;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that the lines of a board are made of. Where it is what it was a tick ago, so are the lines:
/// among ten thousand runs each tick would be felt.
///
/// @param held the runs that this process is sending now
record TickFacts(
    List<Run> runs, List<JobBoard.Listing> listings, Map<JobName, Double> bills, Set<RunId> held) {
  /// Whether these are the very things that those were; equal ones that are others may count as
  /// news.
  @SuppressWarnings("ReferenceEquality")
  boolean isSameAs(TickFacts before) {
    if (bills != before.bills
        || runs.size() != before.runs.size()
        || listings.size() != before.listings.size()
        || !held.equals(before.held)) {
      return false;
    }
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i) != before.runs.get(i)) {
        return false;
      }
    }
    for (int i = 0; i < listings.size(); i++) {
      JobBoard.Listing one = listings.get(i);
      JobBoard.Listing other = before.listings.get(i);
      if (one.jobs() != other.jobs()
          || one.complete() != other.complete()
          || !one.location().equals(other.location())) {
        return false;
      }
    }
    return true;
  }
}
