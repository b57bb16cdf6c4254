package dev.pollux.ui.results.summary;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.results.Accounting;
import dev.pollux.results.RowSet;
import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.results.summary.Bin;
import dev.pollux.results.summary.Picked;
import dev.pollux.run.Bills;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.scene.Parent;

/// Shows what came out of a run, from what was kept while its rows were counted: nothing is read
/// for it.
public final class SummaryController {
  private final Rows rows;
  private final Background background;
  private final Words words;
  private final BinWords bins;
  private final Reactions reactions;
  private final FailureText uncounted;
  private final SummaryModel model = new SummaryModel();
  private final LatestOnly latest = new LatestOnly();
  private final LatestOnly latestPick = new LatestOnly();
  private final LatestOnly latestQuotes = new LatestOnly();
  private final SummaryView view;
  private Picked picked = Picked.NOTHING;

  /// What the page sends people to.
  ///
  /// @param read shows those rows, chosen for what is said of them
  /// @param retry asks rows of these fates again
  /// @param showRow shows a row of the output (0-based)
  public record Reactions(
      BiConsumer<String, RowSet> read, Consumer<Set<RowFate>> retry, LongConsumer showRow) {}

  /// @param said what is said of a kind of failure
  public SummaryController(
      Rows rows,
      Background background,
      Words words,
      Reactions reactions,
      Function<ErrorKind.Cause, String> said) {
    this.rows = rows;
    this.background = background;
    this.words = words;
    this.bins = new BinWords(words);
    this.reactions = reactions;
    this.uncounted = new FailureWords(words).stopped(words.get("results.count-stopped"));
    this.view = new SummaryView(model, this, words, said);
  }

  public Parent root() {
    return view.root();
  }

  /// Nobody has counted the rows so far.
  public void forget() {
    latest.cancel();
    latestQuotes.cancel();
    model.quotes(Optional.empty());
    clear();
    model.show(new SummaryModel.Shown.NotYet());
  }

  /// The rows could not be counted, or that was stopped.
  public void unknown(FailureText why) {
    forget();
    model.show(new SummaryModel.Shown.Unknown(why));
  }

  /// @param spent empty where no price is known
  /// @param asked what the requests asked for, as far as it is known
  /// @param retries whether rows can be asked again from here
  public void show(
      Accounting accounts,
      Optional<Bills.Spent> spent,
      Optional<AnswerSchema> asked,
      boolean retries) {
    clear();
    latest.start(
        background
            .task(_ -> SummaryFacts.of(accounts, spent, AskedOfMembers.of(asked), retries))
            .onSuccess(facts -> model.show(new SummaryModel.Shown.Known(facts)))
            .onFailure(_ -> model.show(new SummaryModel.Shown.Unknown(uncounted))));
  }

  /// Looks whether the quotes of the answers stand in their rows, where any were asked for. The
  /// page is there without it: where rows cannot be read, it has no such group.
  public void quotes(TableInfo output, Optional<AnswerSchema> asked) {
    latestQuotes.cancel();
    model.quotes(Optional.empty());
    if (QuotesInRows.areAsked(asked)) {
      latestQuotes.start(
          background
              .task(_ -> QuotesInRows.look(rows, output))
              .onSuccess(found -> model.quotes(Optional.of(found)))
              .onFailure(_ -> model.quotes(Optional.empty())));
    }
  }

  /// Shows the rows with a quote that they do not have.
  void onReadQuotes() {
    model
        .quotes()
        .get()
        .ifPresent(found ->
            reactions
                .read()
                .accept(words.get("results.summary.quotes.picked"), new RowSet(found.strange())));
  }

  /// A bar was picked, or one that was picked is not any more.
  void onPick(String column, Bin bin) {
    picked = picked.turned(column, bin);
    narrow();
  }

  void onClear() {
    clear();
  }

  private void clear() {
    latestPick.cancel();
    picked = Picked.NOTHING;
    model.narrow(Narrowed.NOTHING);
  }

  private void narrow() {
    Picked now = picked;
    model
        .facts()
        .ifPresent(facts ->
            latestPick.start(
                background.task(_ -> Narrowed.of(now, facts.all())).onSuccess(model::narrow)));
  }

  /// Shows the rows that are chosen.
  void onRead() {
    Narrowed now = model.narrowed().get();
    now.rows().ifPresent(rows -> reactions.read().accept(bins.picked(now), new RowSet(rows)));
  }

  void onRetry(Set<RowFate> fates) {
    reactions.retry().accept(fates);
  }

  void onShowRow(long row) {
    reactions.showRow().accept(row);
  }
}
