package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.run.state.Run;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.wizard.destination.DestinationController;
import dev.pollux.ui.wizard.gemini.GeminiStepController;
import dev.pollux.ui.wizard.requests.RequestsController;
import dev.pollux.ui.wizard.review.ReviewController;
import dev.pollux.ui.wizard.source.SourceController;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.WizardStep;
import dev.pollux.ui.wizard.trial.TrialController;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The way from a table to a submitted job: five steps that edit one draft.
public final class WizardController implements Screen {
  private static final String UNCOUNTED = "rows.not-counted-yet";
  private final Navigation navigation;
  private final InstantSource clock;
  private final WizardSettings settings;
  private final DraftModel draft;
  private final WizardModel model = new WizardModel();
  private final LookupRunner lookups;
  private final WizardActions actions;
  private final Map<Step, WizardStep> steps = new EnumMap<>(Step.class);
  private final TrialController trial;
  private final RequestsController requests;
  private final WizardView view;
  private Optional<Draft> wanted = Optional.empty();
  private Optional<Finding> waited = Optional.empty();

  /// @param keep hears of every draft, so that none is lost
  public WizardController(
      Cloud cloud,
      Submitter submitter,
      Background background,
      Words words,
      Navigation navigation,
      InstantSource clock,
      WizardSettings settings,
      Consumer<Draft> keep) {
    this.navigation = navigation;
    this.clock = clock;
    this.settings = settings;
    Lookups questions = Lookups.of(cloud, submitter.earlier());
    draft = new DraftModel(context(cloud), questions);
    lookups = new LookupRunner(draft, questions, background, words, model.step()::get);
    actions = new WizardActions(draft, model, lookups, cloud.catalog(), background, words);
    steps.put(
        Step.SOURCE,
        new SourceController(
            draft,
            actions,
            cloud.catalog(),
            cloud.connection().project(),
            settings.tables(),
            background,
            words));
    trial =
        new TrialController(
            draft, actions, background, cloud.gemini(), cloud.rows(), words, clock, this::onWhole);
    requests =
        new RequestsController(
            draft, actions, background, cloud.gemini(), words, trial.bar(), trial.root());
    steps.put(Step.REQUESTS, requests);
    steps.put(Step.MODEL, new GeminiStepController(draft, actions, this::onBudget, words));
    steps.put(Step.DESTINATION, new DestinationController(draft, words));
    steps.put(
        Step.REVIEW,
        new ReviewController(
            draft,
            actions,
            questions,
            submitter,
            background,
            words,
            (run, sent) -> onSubmitted(run, sent, words),
            this::nextRun));
    view = new WizardView(draft, model, this, actions, words);
    draft
        .state()
        .subscribe((before, now) -> {
          if (!before.draft().equals(now.draft())) {
            waited = Optional.empty();
            model.message().set("");
            keep.accept(now.draft());
          }
          lookups.refresh();
          endWait();
          toReview();
        });
  }

  private JobContext context(Cloud cloud) {
    return new JobContext(
        cloud.connection(),
        settings.catalog(),
        settings.prices(),
        settings.budget().get(),
        today(),
        settings.markKey(),
        newRun(),
        cloud.address());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static RunId newRun() {
    return new RunId(UUID.randomUUID().toString());
  }

  /// A run is sent once: what is sent after it is another run, whatever became of this one.
  private void nextRun() {
    draft.learn(state -> state.with(state.context().next(newRun(), today())));
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void activate() {
    draft.learn(state -> state.with(state.context().next(state.context().run(), today())));
    lookups.lookAgain(Facts.Topic.DATASETS);
    lookups.lookAgain(Facts.Topic.TAKEN);
    lookups.lookAgain(Facts.Topic.DESTINATION);
    step(model.step().get()).entered();
  }

  @Override
  public void deactivate() {
    step(model.step().get()).left();
  }

  @Override
  public void focus() {
    step(model.step().get()).focusFirst();
  }

  /// Begins a job on a table; what was asked before stays.
  ///
  /// @param only what the rows have in common that the person looks at; they are the ones that are
  ///   asked about. Empty where that is all rows: what the draft says of its rows stays then
  public void start(TableRef table, List<RowChoice.Condition> only) {
    boolean same = draft.now().sourceRef().filter(table::equals).isPresent();
    draft.edit("", now -> (same ? now : now.about(table)).meeting(only));
    go(Step.SOURCE);
    lookups.lookAgain(Facts.Topic.SOURCE);
  }

  /// Opens what was decided for a job, to be sent again beside its answers; one step of undo brings
  /// the draft before back.
  ///
  /// @param plan with its draft
  /// @param review whether to go on to the review, as far as nothing stops
  public void again(RunPlan plan, boolean review) {
    Draft kept = plan.again().orElseThrow();
    draft.edit("", _ -> kept);
    wanted = review ? Optional.of(kept) : Optional.empty();
    go(Step.SOURCE);
    lookups.lookAgain(Facts.Topic.SOURCE);
    lookups.lookAgain(Facts.Topic.TAKEN);
    toReview();
  }

  /// Goes to the review, or to what stops it, once all before it is known, if that is still what
  /// the person wants.
  private void toReview() {
    boolean same =
        wanted.filter(draft.draft()::equals).isPresent() && model.step().get() == Step.SOURCE;
    if (!same) {
      wanted = Optional.empty();
    } else if (isSettled()) {
      wanted = Optional.empty();
      onWhole();
    }
  }

  /// What was waited for when the person pressed is known: the press counts now.
  private void endWait() {
    if (waited.filter(what -> !draft.checks().of(model.step().get()).contains(what)).isPresent()) {
      waited = Optional.empty();
      model.message().set("");
      goOn();
    }
  }

  /// Whether what stops the draft stays: nothing is being looked up that it follows from.
  private boolean isSettled() {
    return draft.checks().of(draft.checks().firstStopped()).stream()
        .filter(Finding::stops)
        .noneMatch(f -> DraftChecks.isUnderWay(f) || f.code().equals(UNCOUNTED));
  }

  /// Brings back a draft.
  public void restore(Draft kept) {
    draft.restore(kept);
    lookups.refresh();
  }

  /// Goes on where a person was in another language.
  public void goOnFrom(WizardController before) {
    draft.goOnFrom(before.draft);
    requests.goOnFrom(before.requests);
    trial.goOnFrom(before.trial);
    lookups.refresh();
  }

  /// Whether no table was chosen so far.
  public boolean isAboutNothing() {
    return draft.now().sourceRef().isEmpty() && model.step().get() == Step.SOURCE;
  }

  /// Asks once more what could not be asked, since the person is signed in again.
  public void onSignedIn() {
    lookups.retry();
  }

  /// Which step is in front.
  public ObservableValue<Step> step() {
    return model.step();
  }

  /// Goes on where the person was, as far as there is something to go on with; the checks of the
  /// step say what has changed since.
  public void resume(Step left) {
    if (draft.now().sourceRef().isPresent()) {
      model.step().set(left);
    }
  }

  /// Opens a recipe file, as a person does who opens it from the desktop.
  public void openRecipe(Path file) {
    go(Step.REQUESTS);
    requests.openRecipe(file);
  }

  private WizardStep step(Step step) {
    return Objects.requireNonNull(steps.get(step));
  }

  /// The nodes of a step, whether it is in front or not; always the same object.
  public Parent root(Step step) {
    return step(step).root();
  }

  /// The nodes of the trial's answers, which a page of a step shows; always the same object.
  public Parent trial() {
    return trial.root();
  }

  void onNext() {
    lookups.retry();
    goOn();
  }

  /// To the next step, or to what stops this one; what is still being looked up is waited for.
  private void goOn() {
    Step step = model.step().get();
    Optional<Finding> stop = draft.checks().of(step).stream().filter(Finding::stops).findFirst();
    if (stop.isPresent()) {
      waited = stop.filter(DraftChecks::isUnderWay);
      model.message().set(actions.say(stop.get()));
      step(step).focusFirst();
      return;
    }
    go(step.next());
  }

  void onBack() {
    go(model.step().get().back());
  }

  /// A step of the bar was clicked: back is always open, forward as far as nothing stops; what does
  /// is said.
  void onStep(Step wanted) {
    Step limit = draft.checks().firstStopped();
    if (wanted.ordinal() <= limit.ordinal()) {
      go(wanted);
    } else {
      go(limit);
      onNext();
    }
  }

  /// To the review, or to what is missing before it.
  void onWhole() {
    go(draft.checks().firstStopped());
  }

  private void go(Step next) {
    Step before = model.step().get();
    waited = Optional.empty();
    model.message().set("");
    draft.endEdit();
    if (next == before) {
      return;
    }
    step(before).left();
    model.step().set(next);
    if (next == Step.REVIEW) {
      lookups.lookAgain(Facts.Topic.TAKEN);
      lookups.lookAgain(Facts.Topic.DESTINATION);
    }
    step(next).entered();
    if (next != Step.SOURCE) {
      // Who goes on by key goes on in the step, and not in what led there. A control that is not
      // laid out yet takes no focus.
      view.layOut();
      step(next).focusFirst();
    }
    lookups.refresh();
  }

  void onUndo() {
    draft.undo();
  }

  void onRedo() {
    draft.redo();
  }

  /// Nothing is asked any more; one step of undo brings it back.
  void onStartOver() {
    draft.edit("", Draft::afterwards);
    begin();
    go(Step.SOURCE);
  }

  /// Nothing of the job before is in front.
  private void begin() {
    trial.forget();
    requests.begin();
  }

  void onBudget(Budget limits) {
    settings.keep().accept(limits);
    draft.learn(state -> state.with(state.context().withBudget(limits)));
  }

  private void onSubmitted(Run run, Draft sent, Words words) {
    if (run.job().isEmpty()) {
      // Nobody knows whether it arrived: the draft stays until the job is found.
      navigation.showJobs();
      return;
    }
    if (!draft.draft().equals(sent)) {
      // The person has gone on with another job meanwhile, and is at it.
      actions.tell(words.get("wizard.review.sent-meanwhile", run.plan().title()));
      return;
    }
    draft.restore(draft.draft().afterwards());
    begin();
    go(Step.SOURCE);
    run.job().ifPresent(navigation::showJob);
  }
}
