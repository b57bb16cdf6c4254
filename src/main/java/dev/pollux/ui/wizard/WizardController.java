package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cloud.Cloud;
import dev.pollux.code.CodeJob;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableRef;
import dev.pollux.draft.RunPlan;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTrust;
import dev.pollux.run.Run;
import dev.pollux.run.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The way from a table to a submitted job.
public final class WizardController implements Screen {
  private final Cloud cloud;
  private final Words words;
  private final Navigation navigation;
  private final Consumer<Draft> keep;
  private final ModelCatalog catalog;
  private final Costing costing;
  private final WizardModel model = new WizardModel();
  private final Checks checks;
  private final Submission submission;
  private final Lookups lookups;
  private final RowCounting counting;
  private final TokenGauge gauge;
  private final Trial trial;
  private final Preflight preflight;
  private final QuickFixes mends;
  private final RecipeActions recipes;
  private final WizardView view;

  /// @param keep hears of the draft each time the wizard is left or a step is taken
  public WizardController(
      Cloud cloud,
      Submitter submitter,
      Background background,
      Words words,
      Navigation navigation,
      InstantSource clock,
      CostKnowledge costs,
      Consumer<Draft> keep) {
    this.catalog = costs.catalog();
    this.cloud = cloud;
    this.words = words;
    this.navigation = navigation;
    this.keep = keep;
    this.checks = new Checks(catalog, ModelTrust.own(cloud.connection().project()), clock);
    this.lookups = new Lookups(cloud, background, words, catalog, model, this::revise);
    this.recipes = new RecipeActions(model, background, words, this::onEdited);
    this.counting = new RowCounting(cloud, background, words, model, this::revise);
    this.gauge = new TokenGauge(cloud.gemini(), background, words, model);
    this.preflight = new Preflight(cloud, background, words, model, this::revise);
    this.mends = new QuickFixes(model, catalog, clock, words, new Hands());
    this.trial = new Trial(cloud.gemini(), background, words, clock, model, this::revise);
    this.costing = new Costing(cloud, background, words, clock, costs, model, this::revise);
    this.submission = new Submission(model, submitter, background, words, this::onSubmitted);
    model.models.setAll(catalog.models(List.of()));
    this.view = new WizardView(model, this, words, cloud.connection().simulated());
    revise();
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void activate() {
    if (model.listed.get().isEmpty()) {
      lookups.models();
    }
    lookups.datasets();
  }

  @Override
  public void deactivate() {
    keep.accept(model.draft());
  }

  /// Begins a job on a table; what was asked before stays if it is the same table.
  public void start(TableRef table) {
    if (!model.source.get().equals(table.toString())) {
      model.source.set(table.toString());
      model.tableName.set("");
      model.title.set("");
    }
    go(Step.SOURCE);
    onSource();
  }

  /// Brings back a draft.
  public void restore(Draft draft) {
    model.restore(draft);
    onSource();
  }

  RecipeActions recipes() {
    return recipes;
  }

  /// Opens a recipe file, as a person does who opens it from the desktop.
  public void openRecipe(Path file) {
    go(Step.REQUESTS);
    recipes.open(file, this::say);
  }

  void onSource() {
    lookups.source();
  }

  void onDestination() {
    lookups.destination();
  }

  /// Something was entered: what is said of the step in front changes with it.
  void onEdited() {
    model.error.set("");
    model.asksAgain.set(false);
    revise();
  }

  void onNext() {
    counting.retry();
    revise();
    if (model.step.get() == Step.DESTINATION && model.looking.get()) {
      model.error.set(words.get("wizard.destination.looking"));
      return;
    }
    Optional<Finding> stop = model.findings.stream().filter(Finding::stops).findFirst();
    if (stop.isPresent()) {
      model.error.set(say(stop.get()));
      view.focusFirstField();
      return;
    }
    go(model.step.get().next());
  }

  void onBack() {
    go(model.step.get().back());
  }

  /// A step of the rail was clicked: back is always open, forward as far as nothing stops; what
  /// does is said.
  void onStep(Step wanted) {
    Step limit = checks.firstBlocked(model);
    if (wanted.ordinal() <= limit.ordinal()) {
      go(wanted);
    } else {
      go(limit);
      onNext();
    }
  }

  private void go(Step step) {
    model.error.set("");
    model.asksAgain.set(false);
    if (step != model.step.get()) {
      model.replaced.set(Optional.empty());
    }
    model.step.set(step);
    keep.accept(model.draft());
    revise();
  }

  private void revise() {
    counting.refresh();
    if (model.model.get().isBlank()) {
      Proposals.model(model).ifPresent(model.model::set);
    }
    if (model.step.get() == Step.REVIEW) {
      preflight.look(plan());
    }
    costing.refresh();
    model.findings.setAll(checks.of(model.step.get(), model));
    model.revision.set(model.revision.get() + 1);
  }

  boolean done(Step step) {
    return checks.of(step, model).stream().noneMatch(Finding::stops);
  }

  String say(Finding finding) {
    return words.get("prompt." + finding.code(), finding.args().toArray());
  }

  /// What is known of the cost, and who counts it.
  Costing costing() {
    return costing;
  }

  /// The plan as a job to write code for.
  CodeJob code(RunPlan plan) {
    return Plans.code(plan, model, cloud.address());
  }

  void onCopy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  Optional<QuickFix> mend(Finding finding) {
    return mends.of(finding);
  }

  private final class Hands implements QuickFixes.Hands {
    @Override
    public void edited() {
      onEdited();
    }

    @Override
    public void lookAtDestination() {
      onDestination();
    }

    @Override
    public void makeDataset(String name, Location location) {
      lookups.makeDataset(name, location);
    }

    @Override
    public void copy(String text) {
      onCopy(text);
    }
  }

  /// The preview shows this request.
  void onPreview(String request) {
    gauge.show(request);
  }

  /// Tries some rows now. What stops the requests or the model is said instead.
  void onTrial(int rows) {
    Optional<Finding> stop =
        Stream.of(Step.SOURCE, Step.REQUESTS, Step.MODEL)
            .flatMap(step -> checks.of(step, model).stream())
            .filter(Finding::stops)
            .findFirst();
    model.error.set(stop.map(this::say).orElse(""));
    if (stop.isEmpty()) {
      trial.start(rows);
    }
  }

  void onStopTrial() {
    trial.stop();
  }

  /// From the trial to the batch: to the review, or to what is missing before it.
  void onWhole() {
    go(checks.firstBlocked(model));
  }

  /// Exactly what a create would send; empty while something stops it.
  Optional<RunPlan> plan() {
    if (checks.firstBlocked(model) != Step.REVIEW) {
      return Optional.empty();
    }
    RunId id = new RunId(UUID.randomUUID().toString());
    return Optional.of(Plans.plan(model, cloud.connection(), id, checks));
  }

  void onSubmit() {
    Step blocked = checks.firstBlocked(model);
    if (blocked != Step.REVIEW || model.looking.get()) {
      go(blocked != Step.REVIEW ? blocked : Step.DESTINATION);
      onNext();
    } else if (!model.busy.get() && costing.agreed()) {
      submission.start(plan().orElseThrow());
    }
  }

  private void onSubmitted(Run run) {
    if (run.job().isEmpty()) {
      // Nobody knows whether it arrived: the draft stays until the job is found.
      navigation.showJobs();
      return;
    }
    model.forget();
    go(Step.SOURCE);
    run.job().ifPresent(navigation::showJob);
  }
}
