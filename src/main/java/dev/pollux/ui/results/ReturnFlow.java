package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.background.Work;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableNameParser;
import dev.pollux.domain.table.TableReading;
import dev.pollux.domain.table.TableRef;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.submit.AnswersCopies;
import dev.pollux.run.submit.AnswersCopies.Prepared;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Has answers brought back to where their data is, because the person said so. A copy goes on when
/// other results are shown, and is met again when they are shown once more. FX thread only.
final class ReturnFlow {
  private final AnswersCopies copies;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ResultsModel model;
  private final LatestOnly latest = new LatestOnly();
  private final Map<RunId, Background.Started> watched = new HashMap<>();

  ReturnFlow(AnswersCopies copies, Background background, Words words, ResultsModel model) {
    this.copies = copies;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.model = model;
  }

  /// Other results are about to be shown.
  void forget() {
    latest.cancel();
    model.returning(new ReturnState.NotOffered());
  }

  /// Offers it where the answers are elsewhere than the data; goes on with a copy that an earlier
  /// start left.
  void offer(ResultsModel.Shown.Output output) {
    Optional<LedgerRun> run = output.run().filter(_ -> output.job().state().isFinal());
    run.flatMap(AnswersCopies::home)
        .ifPresent(home -> {
          RunId id = run.get().id();
          latest.start(
              background
                  .task(_ -> copies.last(id))
                  .onSuccess(last -> offer(id, home, last))
                  .onFailure(e -> unknown(home, e)));
        });
  }

  private void offer(RunId id, Location home, Optional<AnswersCopy> last) {
    if (last.filter(copy -> copy.stage().isOpen()).isEmpty()) {
      model.returning(new ReturnState.Offered(home, last));
      return;
    }
    under(last.get());
    if (!watched.containsKey(id)) {
      watch(last.get(), _ -> copies.goOn(last.get()));
    }
  }

  private void under(AnswersCopy copy) {
    boolean up = copy.stage() == AnswersCopy.Stage.GIVING_UP;
    model.returning(up ? new ReturnState.GivingUp(copy) : new ReturnState.Moving(copy));
  }

  /// The person wants to know what it takes.
  void onAsk() {
    shown()
        .ifPresent(output -> {
          LedgerRun run = output.run().orElseThrow();
          Location home = AnswersCopies.home(run).orElseThrow();
          latest.start(
              background
                  .task(_ -> copies.proposed(run, output.table()))
                  .onSuccess(to -> asking(output, home, to.toString(), ""))
                  .onFailure(e -> unknown(home, e)));
        });
  }

  private void asking(ResultsModel.Shown.Output output, Location home, String to, String problem) {
    model.returning(
        new ReturnState.Asking(
            output.table().location(), home, Math.max(0, output.table().bytes()), to, problem));
  }

  /// The person agreed.
  ///
  /// @param text the name of the new table
  void onCopy(String text) {
    if (!(model.returning().get() instanceof ReturnState.Asking asked)) {
      return;
    }
    shown()
        .ifPresent(output -> {
          LedgerRun run = output.run().orElseThrow();
          Optional<String> project = Optional.of(run.root().plan().project());
          switch (TableNameParser.read(text, project)) {
            case TableReading.Refused refused ->
                asking(
                    output,
                    asked.home(),
                    text,
                    words.get("prompt.table-name." + refused.reason().key(), refused.shown()));
            case TableReading.Table(TableRef to) -> prepare(output, asked.home(), to);
          }
        });
  }

  private void prepare(ResultsModel.Shown.Output output, Location home, TableRef to) {
    latest.start(
        background
            .task(_ -> copies.prepare(output.run().orElseThrow(), output.table(), to))
            .onSuccess(prepared -> {
              switch (prepared) {
                case Prepared.Refused(var why) ->
                    asking(
                        output,
                        home,
                        to.toString(),
                        words.get("prompt." + why.code(), why.args().toArray()));
                case Prepared.Ready ready -> {
                  under(ready.copy());
                  watch(ready.copy(), _ -> copies.start(ready));
                }
              }
            })
            .onFailure(e -> unknown(home, e)));
  }

  /// The person leaves the answers where they are.
  void onKeep() {
    shown().ifPresent(this::offer);
  }

  /// The person wants the copy no more.
  void onGiveUp() {
    current()
        .ifPresent(copy -> {
          Optional.ofNullable(watched.get(copy.root())).ifPresent(Background.Started::cancel);
          model.returning(new ReturnState.GivingUp(copy));
          watch(copy, _ -> copies.giveUp(copy));
        });
  }

  /// The person waits for it again.
  void onGoOn() {
    current()
        .ifPresent(copy -> {
          under(copy);
          watch(copy, _ -> copies.goOn(copy));
        });
  }

  private Optional<AnswersCopy> current() {
    return switch (model.returning().get()) {
      case ReturnState.Moving(AnswersCopy copy) -> Optional.of(copy);
      case ReturnState.Unwatched(AnswersCopy copy, var _) -> Optional.of(copy);
      case ReturnState.NotOffered _,
          ReturnState.Offered _,
          ReturnState.Asking _,
          ReturnState.GivingUp _,
          ReturnState.Failed _ ->
          Optional.empty();
    };
  }

  private void watch(AnswersCopy copy, Work<AnswersCopy> work) {
    RunId root = copy.root();
    TableCopy way = copy.copy();
    Background.Pending<AnswersCopy> task =
        background
            .named(words.get("results.return.task", way.to().shortName()), work)
            .onCancelled(() -> said(root, new ReturnState.Unwatched(copy, Optional.empty())))
            .onSuccess(end -> said(root, new ReturnState.Offered(way.into(), Optional.of(end))))
            .onFailure(e ->
                said(
                    root,
                    new ReturnState.Unwatched(
                        copy,
                        Optional.of(failures.explain(words.get("results.return.unclear"), e)))))
            .andFinally(() -> watched.remove(root));
    watched.put(root, task.start());
  }

  /// What is said of results that are shown no more is in the journal when they are shown again.
  private void said(RunId root, ReturnState state) {
    if (shown()
        .flatMap(ResultsModel.Shown.Output::run)
        .filter(run -> run.id().equals(root))
        .isPresent()) {
      model.returning(state);
    }
  }

  private void unknown(Location home, Exception problem) {
    model.returning(
        new ReturnState.Failed(
            home, failures.explain(words.get("results.return.unknown"), problem)));
  }

  private Optional<ResultsModel.Shown.Output> shown() {
    return model.shown().get() instanceof ResultsModel.Shown.Output output
        ? Optional.of(output)
        : Optional.empty();
  }
}
