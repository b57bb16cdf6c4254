package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.domain.TableInfo;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTrust;
import dev.pollux.prompt.DestinationCheck;
import dev.pollux.prompt.RequestCheck;
import dev.pollux.prompt.RequestLabels;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.RowFilter;
import dev.pollux.prompt.SettingsCheck;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.prompt.answer.SchemaCheck;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What each step has to say about the draft.
final class Checks {
  private final ModelCatalog catalog;
  private final ModelTrust trust;
  private final InstantSource clock;

  Checks(ModelCatalog catalog, ModelTrust trust, InstantSource clock) {
    this.catalog = catalog;
    this.trust = trust;
    this.clock = clock;
  }

  List<Finding> of(Step step, WizardModel model) {
    return switch (step) {
      case SOURCE -> source(model);
      case REQUESTS -> requests(model);
      case MODEL -> model(model);
      case DESTINATION -> destination(model);
      case REVIEW -> review(model);
    };
  }

  /// The first step that stops the draft, or REVIEW when none does.
  Step firstBlocked(WizardModel model) {
    for (Step step : Step.values()) {
      if (step != Step.REVIEW && of(step, model).stream().anyMatch(Finding::stops)) {
        return step;
      }
    }
    return Step.REVIEW;
  }

  private List<Finding> source(WizardModel model) {
    return model
        .table
        .get()
        .map(info -> SourceCheck.check(info, true))
        .orElse(List.of(Finding.stop("source.none")));
  }

  private List<Finding> requests(WizardModel model) {
    if (model.table.get().isEmpty()) {
      return List.of(Finding.stop("source.none"));
    }
    TableInfo info = model.table.get().get();
    if (model.template.get()) {
      List<Finding> said = new ArrayList<>(model.spec().template().check(info.schema()));
      said.addAll(RowFilter.check(model.choice.get(), info.schema()));
      model.answer.get().ifPresent(schema -> said.addAll(SchemaCheck.findings(schema)));
      said.addAll(count(model));
      return said;
    }
    List<Finding> found = new ArrayList<>(SourceCheck.check(info, false));
    if (SourceCheck.hasRequestColumn(info.schema())) {
      found.addAll(RequestCheck.sample(info.schema(), model.sample.get(), 0));
    }
    return found;
  }

  /// The count must be known before going on.
  private static List<Finding> count(WizardModel model) {
    return switch (model.count.get()) {
      case RowCount.None _ -> List.of();
      case RowCount.Counting _ -> List.of(Finding.stop("rows.counting"));
      case RowCount.Failed(String why) -> List.of(Finding.stop("rows.not-counted", why));
      case RowCount.Known known when known.rows() == 0 -> List.of(Finding.stop("rows.none"));
      case RowCount.Known known when known.rows() > SourceCheck.MAX_ROWS ->
          List.of(Finding.stop("rows.too-many", known.rows(), SourceCheck.MAX_ROWS));
      case RowCount.Known _ -> List.of();
    };
  }

  private List<Finding> model(WizardModel model) {
    List<Finding> found =
        new ArrayList<>(
            catalog.check(
                model.model.get(),
                trust,
                model.listed.get(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                model.tunedBase.get()));
    model
        .geminiModel()
        .ifPresent(chosen -> {
          model.jobLocation().ifPresent(at -> found.addAll(catalog.location(chosen, at)));
          if (model.template.get()) {
            found.addAll(
                SettingsCheck.check(
                    model.settings.get(), chosen.id(), catalog, model.answer.get()));
          }
        });
    found.addAll(model.costFindings);
    return found;
  }

  private List<Finding> destination(WizardModel model) {
    if (model.table.get().isEmpty()) {
      return List.of(Finding.stop("source.none"));
    }
    List<Finding> found =
        new ArrayList<>(
            DestinationCheck.check(
                model.tableName.get().strip(),
                model.dataset.get(),
                model.existing.get(),
                model.table.get().get().location()));
    boolean fits =
        model
            .geminiModel()
            .flatMap(gemini ->
                model
                    .jobLocation()
                    .map(at ->
                        DestinationCheck.jobLocations(model.table.get().get().location(), gemini)
                            .contains(at)))
            .orElse(true);
    if (!fits) {
      found.add(Finding.stop("destination.job-location", model.jobLocation().orElseThrow().id()));
    }
    return found;
  }

  /// One line for each thing that was checked, good or not.
  private List<Finding> review(WizardModel model) {
    List<Finding> all = new ArrayList<>();
    for (Step step : Step.values()) {
      if (step == Step.REVIEW) {
        continue;
      }
      List<Finding> found = of(step, model).stream().filter(f -> f.level() != Severity.OK).toList();
      all.addAll(found.isEmpty() ? List.of(good(step, model)) : found);
    }
    if (model.template.get() && model.table.get().isPresent() && !stops(all)) {
      all.addAll(sql(model).notes());
    }
    if (model.template.get()) {
      all.addAll(RequestLabels.read(model.labels.get()).findings());
    }
    model.costFindings.stream().filter(f -> f.level() == Severity.OK).forEach(all::add);
    all.addAll(model.preflight);
    return all;
  }

  private static boolean stops(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::stops);
  }

  RequestSql sql(WizardModel model) {
    TableInfo info = model.table.get().orElseThrow();
    return RequestSql.of(
        info.ref(),
        info.schema(),
        model.spec(),
        model.markKey,
        model.choice.get(),
        Plans.requestTable(model),
        info.location());
  }

  private static Finding good(Step step, WizardModel model) {
    return switch (step) {
      case SOURCE, REVIEW -> Finding.ok("ok.source", model.source.get(), model.rows());
      case REQUESTS ->
          model.template.get()
              ? Finding.ok("ok.template", model.spec().template().columns().size())
              : Finding.ok("ok.own-column");
      case MODEL -> Finding.ok("ok.model", model.geminiModel().orElseThrow().id());
      case DESTINATION ->
          Finding.ok(
              "ok.destination",
              Plans.destination(model).shortName(),
              model.jobLocation().orElseThrow().id());
    };
  }
}
