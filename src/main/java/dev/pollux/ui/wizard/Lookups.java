package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Location;
import dev.pollux.domain.Page;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.List;
import java.util.Optional;

/// What the wizard asks of the cloud while a person writes: the source, the datasets, the models,
/// and whether the destination is free. Answers go into the model.
final class Lookups {
  /// Rows that the preview can turn through.
  private static final int SAMPLE = 200;

  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ModelCatalog catalog;
  private final WizardModel model;
  private final Runnable heard;
  private final LatestOnly tableTask = new LatestOnly();
  private final LatestOnly existingTask = new LatestOnly();

  /// @param heard called on the FX thread whenever something new is known
  Lookups(
      Cloud cloud,
      Background background,
      Words words,
      ModelCatalog catalog,
      WizardModel model,
      Runnable heard) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.catalog = catalog;
    this.model = model;
    this.heard = heard;
  }

  void source() {
    Optional<TableRef> ref = TableRef.parse(model.source.get());
    model.sample.set(List.of());
    if (ref.isEmpty()) {
      model.table.set(Optional.empty());
      heard.run();
      return;
    }
    tableTask.start(
        background
            .task(_ -> read(ref.get()))
            .onSuccess(this::onTable)
            .onFailure(e -> onTableFailed(ref.get(), e)));
  }

  private record Read(Optional<TableInfo> info, List<Row> rows) {}

  private Read read(TableRef ref) throws CloudException {
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
    heard.run();
  }

  private void onTableFailed(TableRef ref, Exception problem) {
    model.table.set(Optional.empty());
    model.error.set(
        failures.explain(words.get("wizard.source.failed", ref.shortName()), problem).sentence());
    heard.run();
  }

  /// A source with a request column of its own is most likely meant to be used as it is.
  private void propose(TableInfo info) {
    if (model.prompt.get().isBlank()) {
      model.template.set(!SourceCheck.hasRequestColumn(info.schema()));
    }
    if (model.tableName.get().isBlank()) {
      model.tableName.set(info.ref().table() + "_answers");
    }
    DatasetChoice.propose(model);
    destination();
  }

  void models() {
    background
        .task(_ -> cloud.models().published())
        .onSuccess(listed -> {
          model.listed.set(listed);
          model.models.setAll(catalog.models(listed));
          heard.run();
        })
        .onFailure(_ -> {}) // the bundled list stays, and a typed model is warned about
        .start();
  }

  void datasets() {
    String project = cloud.connection().project();
    background
        .task(_ -> cloud.catalog().datasets(project))
        .onSuccess(found -> {
          Optional<Dataset> before = model.dataset.get();
          model.datasets.setAll(found);
          model.dataset.set(before.filter(found::contains));
          DatasetChoice.propose(model);
          heard.run();
        })
        .onFailure(e ->
            model.error.set(failures.explain(words.get("wizard.datasets.failed"), e).sentence()))
        .start();
  }

  /// Makes a dataset, and chooses it.
  void makeDataset(String name, Location location) {
    DatasetRef ref = new DatasetRef(cloud.connection().project(), name);
    background
        .named(
            words.get("wizard.datasets.making", name),
            _ -> {
              cloud.catalog().createDataset(ref, location);
              return new Dataset(ref, location, "");
            })
        .onCancelled(() -> model.error.set(words.get("feedback.stopped.why")))
        .onSuccess(made -> {
          model.datasets.add(made);
          model.dataset.set(Optional.of(made));
          destination();
        })
        .onFailure(e ->
            model.error.set(failures.explain(words.get("wizard.datasets.unmade"), e).sentence()))
        .start();
  }

  /// Looks whether the destination exists already.
  void destination() {
    model.existing.set(Optional.empty());
    heard.run();
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
            .task(_ -> cloud.catalog().table(ref))
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
    heard.run();
  }
}
