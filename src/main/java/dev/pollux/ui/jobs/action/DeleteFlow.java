package dev.pollux.ui.jobs.action;

import dev.pollux.background.Background;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ledger.RunRemoval;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.FailureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Finds out which tables a run left, asks which of them go with it, and says what became of each.
/// FX thread only.
final class DeleteFlow {
  private final RunRemoval removal;
  private final Background background;
  private final Words words;
  private final MessageLog log;
  private final FailureWords failures;
  private final Question question;

  /// How the person is asked; for tests.
  interface Question {
    Optional<Set<String>> choose(
        @Nullable Window owner,
        String title,
        String text,
        List<Confirm.Choice> choices,
        String yes,
        String no);
  }

  DeleteFlow(
      RunRemoval removal, Background background, Words words, MessageLog log, Question question) {
    this.removal = removal;
    this.background = background;
    this.words = words;
    this.log = log;
    this.failures = new FailureWords(words);
    this.question = question;
  }

  /// @param changed called when something was deleted, or deleting failed
  void ask(@Nullable Window owner, LedgerRun run, Runnable changed) {
    background
        .task(_ -> removal.tables(run))
        .onSuccess(tables -> confirm(owner, run, tables, changed))
        .onFailure(e -> log.add(failures.explain(words.get("jobs.delete.failed"), e)))
        .start();
  }

  private void confirm(
      @Nullable Window owner, LedgerRun run, List<RunRemoval.Owned> tables, Runnable changed) {
    List<Confirm.Choice> choices = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      RunRemoval.Owned one = tables.get(i);
      // Answers were paid for: they stay, unless the person says otherwise.
      boolean ticked =
          switch (one.kind()) {
            case REQUESTS, SCRATCH -> true;
            case OUTPUT, ANSWERS -> false;
          };
      choices.add(new Confirm.Choice("jobs-delete-table-" + i, label(one), ticked));
    }
    question
        .choose(
            owner,
            words.get("jobs.delete.title"),
            words.get(choices.isEmpty() ? "jobs.delete.text" : "jobs.delete.tables"),
            choices,
            words.get("jobs.delete.do"),
            words.get("jobs.delete.keep"))
        .ifPresent(chosen -> remove(run, chosen(tables, choices, chosen), changed));
  }

  private String label(RunRemoval.Owned one) {
    String name = one.table().shortName();
    return switch (one.kind()) {
      case REQUESTS -> words.get("jobs.delete.requests", name, Math.max(0, one.rows()));
      case SCRATCH -> words.get("jobs.delete.scratch", name, Math.max(0, one.rows()));
      case OUTPUT -> words.get("jobs.delete.output", name, Math.max(0, one.rows()));
      case ANSWERS -> words.get("jobs.delete.answers", name, Math.max(0, one.rows()));
    };
  }

  private static List<TableRef> chosen(
      List<RunRemoval.Owned> tables, List<Confirm.Choice> choices, Set<String> ids) {
    List<TableRef> chosen = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      if (ids.contains(choices.get(i).id())) {
        chosen.add(tables.get(i).table());
      }
    }
    return chosen;
  }

  private void remove(LedgerRun run, List<TableRef> tables, Runnable changed) {
    background
        .named(words.get("jobs.task.delete"), _ -> removal.remove(run, tables))
        .worthWaiting()
        .onCancelled(() -> log.add(failures.stopped(words.get("jobs.delete.stopped"))))
        .onSuccess(outcome -> {
          switch (outcome) {
            case RunRemoval.Outcome.Refused _ ->
                say(words.get("jobs.delete.refused"), words.get("jobs.delete.refused.why"));
            case RunRemoval.Outcome.Done done -> tell(done);
          }
        })
        .onFailure(e -> log.add(failures.explain(words.get("jobs.delete.failed"), e)))
        .andFinally(changed)
        .start();
  }

  private void tell(RunRemoval.Outcome.Done done) {
    List<String> all = new ArrayList<>();
    done.tables().forEach((table, fate) -> all.add(fate(table.shortName(), fate)));
    for (Map.Entry<?, RunRemoval.Fate> job : done.jobs().entrySet()) {
      all.add(fate(words.get("jobs.delete.the-job"), job.getValue()));
    }
    say(
        words.get(done.isWhole() ? "jobs.delete.done" : "jobs.delete.partly"),
        String.join(" ", all));
  }

  private String fate(String what, RunRemoval.Fate fate) {
    return switch (fate) {
      case RunRemoval.Fate.Deleted _ -> words.get("jobs.delete.fate.deleted", what);
      case RunRemoval.Fate.Gone _ -> words.get("jobs.delete.fate.gone", what);
      case RunRemoval.Fate.Kept kept ->
          words.get("jobs.delete.fate.kept", what, String.valueOf(kept.why().getMessage()));
    };
  }

  private void say(String what, String why) {
    log.add(new FailureText(what, why, "", "", false));
  }
}
