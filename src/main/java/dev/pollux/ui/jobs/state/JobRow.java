package dev.pollux.ui.jobs.state;

import dev.pollux.draft.plan.Place;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A row of the list: what a person started, or one job of it below.
///
/// @param line what it is about
/// @param fold how it stands to the rows below
/// @param elsewhere where it belongs to another connection, which does not say how it is now
public record JobRow(JobLine line, Fold fold, Optional<JobBoard.Elsewhere> elsewhere) {
  /// One of this connection.
  JobRow(JobLine line, Fold fold) {
    this(line, fold, Optional.empty());
  }

  /// How a row stands to others.
  public enum Fold {
    /// One job is all there is.
    ALONE,
    /// Its parts and attempts are not shown.
    FOLDED,
    /// They are shown below.
    UNFOLDED,
    /// It is one of those.
    PART
  }

  public static JobRow alone(JobLine line) {
    return new JobRow(line, Fold.ALONE);
  }

  /// A line with what is shown below it.
  ///
  /// @param open whether its jobs are
  public static List<JobRow> of(
      JobLine line, boolean open, Optional<JobBoard.Elsewhere> elsewhere) {
    if (line.together().isEmpty()) {
      return List.of(new JobRow(line, Fold.ALONE, elsewhere));
    }
    return open
        ? Stream.concat(
                Stream.of(new JobRow(line, Fold.UNFOLDED, elsewhere)),
                line.together().stream().map(job -> new JobRow(job, Fold.PART, elsewhere)))
            .toList()
        : List.of(new JobRow(line, Fold.FOLDED, elsewhere));
  }

  /// The time that counts for it: of what belongs to another connection, when it was last seen.
  public Instant asOf(Instant now) {
    return elsewhere.map(JobBoard.Elsewhere::at).orElse(now);
  }

  /// Names the row: it stays the same from tick to tick.
  public String key() {
    return isPart() ? line.partKey() : line.key();
  }

  public boolean isPart() {
    return fold == Fold.PART;
  }

  public boolean folds() {
    return fold == Fold.FOLDED || fold == Fold.UNFOLDED;
  }

  /// Where its job stands among those of the run; empty where another program sent it.
  Optional<Place> place() {
    return line.run().map(Run::plan).map(plan -> plan.place());
  }
}
