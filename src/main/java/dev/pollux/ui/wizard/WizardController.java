package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.Page;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.prompt.catalog.ModelCatalog;
import dev.pollux.prompt.finding.Finding;
import dev.pollux.run.Run;
import dev.pollux.run.RunPlan;
import dev.pollux.run.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Failures;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// The way from a table to a submitted job.
public final class WizardController implements Screen {
  private static final int SAMPLE = 200;
  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final Navigation navigation;
  private final Consumer<Draft> keep;
  private final Failures failures;
  private final ModelCatalog catalog = ModelCatalog.load();
  private final WizardModel model = new WizardModel();
  private final Checks checks;
  private final Submission submission;
  private final LatestOnly tableTask = new LatestOnly();
  private final LatestOnly existingTask = new LatestOnly();
  private final WizardView view;

  /// @param keep hears of the draft each time the wizard is left or a step is taken
  public WizardController(
      Cloud cloud,
      Submitter submitter,
      Background background,
      Words words,
      Navigation navigation,
      InstantSource clock,
      Consumer<Draft> keep) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.navigation = navigation;
    this.keep = keep;
    this.failures = new Failures(words);
    this.checks = new Checks(catalog, clock);
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
      loadModels();
    }
    loadDatasets();
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

  void onSource() {
    Optional<TableRef> ref = TableRef.parse(model.source.get());
    model.sample.set(List.of());
    if (ref.isEmpty()) {
      model.table.set(Optional.empty());
      revise();
      return;
    }
    tableTask.start(
        background
            .task("", _ -> read(ref.get()))
            .onSuccess(this::onTable)
            .onFailure(e -> onTableFailed(ref.get(), e)));
  }

  private record Read(Optional<TableInfo> info, List<dev.pollux.domain.Row> rows) {}

  private Read read(TableRef ref) throws dev.pollux.cloud.CloudException {
    Optional<TableInfo> info = cloud.catalog().table(ref);
    if (info.isEmpty() || info.get().rows() <= 0) {
      return new Read(info, List.of());
    }
    Page page = cloud.rows().page(ref, info.get().schema(), 0, SAMPLE);
    return new Read(info, page.rows());
  }

  private void onTable(Read read) {
    model.table.set(read.info());
    model.sample.set(read.rows());
    read.info().ifPresent(this::propose);
    model.error.set(
        read.info().isPresent() ? "" : words.get("wizard.source.missing", model.source.get()));
    revise();
  }

  private void onTableFailed(TableRef ref, Exception problem) {
    model.table.set(Optional.empty());
    model.error.set(
        failures.explain(words.get("wizard.source.failed", ref.shortName()), problem).sentence());
    revise();
  }

  /// A source with a request column of its own is most likely meant to be used as it is.
  private void propose(TableInfo info) {
    if (model.prompt.get().isBlank()) {
      model.template.set(!dev.pollux.prompt.SourceCheck.hasRequestColumn(info.schema()));
    }
    if (model.tableName.get().isBlank()) {
      model.tableName.set(info.ref().table() + "_answers");
    }
    DatasetChoice.propose(model);
    onDestination();
  }

  private void loadModels() {
    background
        .task("", _ -> cloud.models().published())
        .onSuccess(listed -> {
          model.listed.set(listed);
          model.models.setAll(catalog.models(listed));
          revise();
        })
        .onFailure(_ -> {}) // the bundled list stays, and a typed model is warned about
        .start();
  }

  private void loadDatasets() {
    String project = cloud.connection().project();
    background
        .task("", _ -> cloud.catalog().datasets(project))
        .onSuccess(found -> {
          Optional<Dataset> before = model.dataset.get();
          model.datasets.setAll(found);
          model.dataset.set(before.filter(found::contains));
          DatasetChoice.propose(model);
          revise();
        })
        .onFailure(e ->
            model.error.set(failures.explain(words.get("wizard.datasets.failed"), e).sentence()))
        .start();
  }

  /// Looks whether the destination exists already.
  void onDestination() {
    model.existing.set(Optional.empty());
    revise();
    Optional<Dataset> dataset = model.dataset.get();
    String name = model.tableName.get().strip();
    if (dataset.isEmpty() || !TableRef.isTableName(name)) {
      existingTask.cancel();
      model.looking.set(false);
      return;
    }
    TableRef ref = dataset.get().ref().table(name);
    model.looking.set(true);
    existingTask.start(
        background
            .task("", _ -> cloud.catalog().table(ref))
            .onSuccess(found -> onLooked(found, ""))
            .onFailure(e ->
                onLooked(
                    Optional.empty(),
                    failures.explain(words.get("wizard.destination.failed"), e).sentence())));
  }

  private void onLooked(Optional<TableInfo> found, String problem) {
    model.looking.set(false);
    model.existing.set(found);
    model.error.set(problem);
    revise();
  }

  /// Something was entered: what is said of the step in front changes with it.
  void onEdited() {
    model.error.set("");
    model.asksAgain.set(false);
    revise();
  }

  void onNext() {
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

  /// A step of the rail was clicked: back is always open, forward as far as nothing stops.
  void onStep(Step wanted) {
    Step limit = checks.firstBlocked(model);
    go(wanted.ordinal() <= limit.ordinal() ? wanted : limit);
  }

  private void go(Step step) {
    model.error.set("");
    model.asksAgain.set(false);
    model.step.set(step);
    keep.accept(model.draft());
    revise();
  }

  private void revise() {
    model.findings.setAll(checks.of(model.step.get(), model));
    model.revision.set(model.revision.get() + 1);
  }

  boolean done(Step step) {
    return checks.of(step, model).stream().noneMatch(Finding::stops);
  }

  String say(Finding finding) {
    return words.get("prompt." + finding.code(), finding.args().toArray());
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
    } else if (!model.busy.get()) {
      submission.start(plan().orElseThrow());
    }
  }

  private void onSubmitted(Run run) {
    if (run.job().isEmpty()) {
      // Nobody knows whether it arrived: the draft stays until the job is found.
      navigation.showJobs();
      return;
    }
    model.tableName.set("");
    model.prompt.set("");
    model.system.set("");
    model.title.set("");
    go(Step.SOURCE);
    run.job().ifPresent(navigation::showJob);
  }
}
