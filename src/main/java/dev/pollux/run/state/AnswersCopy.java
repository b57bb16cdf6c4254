package dev.pollux.run.state;

import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableCopy;
import java.time.Instant;
import java.util.Optional;

/// The answers of a run on their way to where its data is, or what became of that.
///
/// @param root see [LedgerRun#id()]
/// @param number 1 for the first time that this was asked for; the job is called by it
/// @param bytes how much goes
/// @param problem why nothing came of it, in the service's words
/// @param began when the person asked for it
/// @param changed when the stage was reached
public record AnswersCopy(
    RunId root,
    int number,
    TableCopy copy,
    long bytes,
    Stage stage,
    Optional<String> problem,
    Instant began,
    Instant changed) {
  /// How far it is.
  public enum Stage {
    /// It is about to begin, or under way.
    COPYING,
    /// The person wants it no more; a copy cannot be stopped, so that its end is waited for.
    GIVING_UP,
    /// The table is there.
    DONE,
    /// Nothing was made.
    FAILED,
    /// What was made is deleted.
    GIVEN_UP;

    /// Whether somebody has to see to it.
    public boolean isOpen() {
      return switch (this) {
        case COPYING, GIVING_UP -> true;
        case DONE, FAILED, GIVEN_UP -> false;
      };
    }
  }

  /// It goes on to another stage, or stays where it is with what went wrong.
  public AnswersCopy at(Stage next, String trouble, Instant now) {
    return new AnswersCopy(
        root,
        number,
        copy,
        bytes,
        next,
        Optional.of(trouble).filter(text -> !text.isEmpty()),
        began,
        now);
  }

  /// The id of its copy job: the same after a restart, and another when it is asked for again.
  public String jobId() {
    return "pollux_" + root + "_back_" + number;
  }

  /// By which a process has it in hand.
  public static RunId claim(RunId root) {
    String id = root.id() + "-back";
    return new RunId(id.substring(Math.max(0, id.length() - 63)));
  }
}
