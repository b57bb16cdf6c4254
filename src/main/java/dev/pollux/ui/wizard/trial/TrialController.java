package dev.pollux.ui.wizard.trial;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Gemini;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialCall;
import dev.pollux.draft.trial.TrialChoice;
import dev.pollux.draft.trial.TrialDraw;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;

/// Tries some rows, and shows what came of it. A piece of the step that makes the requests: the bar
/// stands beside its tabs, the rest on the page of one of them.
public final class TrialController {
  /// A count that is still open or too large stops a job, but not a trial of ten rows.
  private static final Set<String> ABOUT_THE_COUNT =
      Set.of(
          "rows.not-counted-yet",
          "rows.counting",
          "rows.count-stopped",
          "rows.not-counted",
          "rows.count-too-dear",
          "rows.too-many");

  private final DraftModel model;
  private final StepActions actions;
  private final Words words;
  private final Runnable goOn;
  private final Background background;
  private final TrialDraw draw;
  private final LatestOnly drawing = new LatestOnly();
  private final TrialRunner runner;
  private final TrialModel screen = new TrialModel();
  private final TrialBar bar;
  private final TrialView view;
  private int turn;

  /// @param goOn leads from the trial to the job of all rows
  public TrialController(
      DraftModel model,
      StepActions actions,
      Background background,
      Gemini gemini,
      Rows rows,
      Words words,
      InstantSource clock,
      Runnable goOn) {
    this.model = model;
    this.actions = actions;
    this.background = background;
    this.words = words;
    this.goOn = goOn;
    this.draw = new TrialDraw(rows);
    this.runner = new TrialRunner(model, new TrialCall(gemini, clock), background);
    this.bar = new TrialBar(model, screen, this, words);
    this.view = new TrialView(model, screen, this, words);
  }

  /// How many rows, start and stop; always the same object.
  public Parent bar() {
    return bar.root();
  }

  /// The answers; always the same object.
  public Parent root() {
    return view.root();
  }

  /// Stops what runs, because the wizard is left for good.
  public void close() {
    stopDrawing();
    runner.stop();
  }

  /// Which rows are tried, and which of them is read, is as it was in another language.
  public void goOnFrom(TrialController before) {
    turn = before.turn;
    screen.goOnFrom(before.screen);
  }

  /// Another job begins: what was tried was about the one before.
  public void forget() {
    close();
    model.learn(state -> state.with(state.facts().withTrial(Optional.empty())));
  }

  /// Where rows that are copied become text, see [dev.pollux.ui.kit.OffThread].
  Runnable offThread(Runnable work, Runnable done, Consumer<Exception> failed) {
    return background.aside(work, done, failed)::cancel;
  }

  void onCount(int rows) {
    screen.count(rows);
  }

  /// Tries rows: the same as before where another thing is asked by now, so that the answers can be
  /// compared; other rows where the same is asked again. What is missing is said instead.
  void onStart() {
    Optional<Finding> missing = missing();
    actions.tell(missing.map(actions::say).orElse(""));
    DraftState state = model.now();
    Optional<Trial.Subject> subject = state.trialSubject();
    if (missing.isPresent() || subject.isEmpty()) {
      return;
    }
    if (!state.listsRows() && state.sample().isEmpty()) {
      actions.tell(words.get("wizard.trial.view"));
      return;
    }
    turn = state.triedThis() ? turn + 1 : turn;
    draw(state, subject.get());
  }

  /// The rows are read from all over the table; what is asked of them was decided when the person
  /// pressed.
  private void draw(DraftState state, Trial.Subject subject) {
    long id = state.facts().trial().map(Trial::id).orElse(0L) + 1;
    TrialDraw.Wish wish = new TrialDraw.Wish(screen.choice().get(), screen.count().get(), turn);
    runner.stop();
    screen.drawing(true);
    drawing.start(
        background
            .task(_ -> draw.draw(id, subject, state.trialRows(subject), wish))
            .onSuccess(this::onDrawn)
            .onFailure(this::onUndrawn));
  }

  private void onUndrawn(Exception problem) {
    screen.drawing(false);
    actions.tell(
        new FailureWords(words).explain(words.get("wizard.trial.undrawn"), problem).sentence());
  }

  /// Rows of a table that was left meanwhile are of no use.
  private void onDrawn(Trial trial) {
    screen.drawing(false);
    TableRef of = trial.subject().table().ref();
    if (model.now().sourceRef().filter(of::equals).isEmpty()) {
      return;
    }
    if (trial.rows().isEmpty()) {
      actions.tell(words.get("wizard.trial.no-rows"));
      return;
    }
    screen.select(0);
    runner.start(trial);
  }

  private void stopDrawing() {
    drawing.cancel();
    screen.drawing(false);
  }

  /// The rows that are drawn next.
  void onChoice(TrialChoice choice) {
    screen.choice(choice);
  }

  private Optional<Finding> missing() {
    return Stream.of(Step.SOURCE, Step.REQUESTS, Step.MODEL)
        .flatMap(step -> model.checks().of(step).stream())
        .filter(Finding::stops)
        .filter(finding -> !ABOUT_THE_COUNT.contains(finding.code()))
        .findFirst();
  }

  void onStop() {
    stopDrawing();
    runner.stop();
  }

  void onGoOn() {
    goOn.run();
  }

  void onSelect(int index) {
    screen.select(index);
  }

  /// To the row above or below, by -1 or 1.
  void onMove(int by) {
    int last = model.now().trial().map(trial -> trial.rows().size()).orElse(0) - 1;
    screen.select(Math.clamp((long) screen.selected().get() + by, 0, Math.max(0, last)));
  }

  void onClose() {
    screen.close();
  }

  void onFace(TrialModel.Face face) {
    screen.face(face);
  }
}
