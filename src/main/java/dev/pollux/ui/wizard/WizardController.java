package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Budget;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
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
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The way from a table to a submitted job: five steps that edit one draft.
public final class WizardController implements Screen {
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
  private final StepFlow flow;

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
    flow = new StepFlow(draft, model, lookups, actions, steps, view::layOut);
    draft
        .state()
        .subscribe((before, now) -> {
          if (!before.draft().equals(now.draft())) {
            flow.drop();
            keep.accept(now.draft());
          }
          lookups.refresh();
          flow.learned();
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
    flow.front().entered();
  }

  @Override
  public void deactivate() {
    flow.front().left();
  }

  @Override
  public void focus() {
    flow.front().focusFirst();
  }

  @Override
  public void next() {
    view.next();
  }

  @Override
  public void back() {
    view.back();
  }

  /// Begins a job on a table; what was asked before stays.
  ///
  /// @param only what the rows have in common that the person looks at; they are the ones that are
  ///   asked about. Empty where that is all rows: what the draft says of its rows stays then
  public void start(TableRef table, List<RowChoice.Condition> only) {
    boolean same = draft.now().sourceRef().filter(table::equals).isPresent();
    draft.edit("", now -> (same ? now : now.about(table)).meeting(only));
    flow.go(Step.SOURCE);
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
    flow.stay();
    flow.go(Step.SOURCE);
    lookups.lookAgain(Facts.Topic.SOURCE);
    lookups.lookAgain(Facts.Topic.TAKEN);
    if (review) {
      flow.review(kept);
    }
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
    flow.go(Step.REQUESTS);
    requests.openRecipe(file);
  }

  /// The nodes of a step, whether it is in front or not; always the same object.
  public Parent root(Step step) {
    return flow.step(step).root();
  }

  /// The nodes of the trial's answers, which a page of a step shows; always the same object.
  public Parent trial() {
    return trial.root();
  }

  void onNext() {
    lookups.retry();
    flow.goOn();
  }

  void onBack() {
    flow.back();
  }

  /// A step of the bar was clicked.
  void onStep(Step wanted) {
    flow.to(wanted);
  }

  void onWhole() {
    flow.whole();
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
    flow.go(Step.SOURCE);
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
    boolean inFront = root().getScene() != null;
    if (run.job().isEmpty()) {
      // Nobody knows whether it arrived: the draft stays until the job is found.
      if (inFront) {
        navigation.showRun(run.plan().place().root());
      } else {
        actions.tell(words.get("wizard.review.failed.PERHAPS"));
      }
      return;
    }
    if (!draft.draft().equals(sent)) {
      // The person has gone on with another job meanwhile, and is at it.
      actions.tell(words.get("wizard.review.sent-meanwhile", run.plan().title()));
      return;
    }
    draft.restore(draft.draft().afterwards());
    begin();
    flow.go(Step.SOURCE);
    if (inFront) {
      navigation.showRun(run.plan().place().root());
    } else {
      // Who browses meanwhile is not taken from there.
      actions.tell(words.get("wizard.review.sent", run.plan().title()));
    }
  }
}
