package dev.pollux.draft;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;
import dev.pollux.models.ModelTrust;
import dev.pollux.models.Price;
import dev.pollux.prompt.JobTitle;
import dev.pollux.prompt.RequestLabels;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RowChoice;
import dev.pollux.prompt.RowFilter;
import dev.pollux.prompt.SourceCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A draft with what is known about it: all that checks, price and plan follow from. Where the
/// draft leaves a choice to Pollux, the accessors here say what Pollux chooses.
public record DraftState(Draft draft, Facts facts, JobContext context) {
  public DraftState with(Facts now) {
    return new DraftState(draft, now, context);
  }

  public DraftState with(Draft now) {
    return new DraftState(now, facts, context);
  }

  public DraftState with(JobContext now) {
    return new DraftState(draft, facts, now);
  }

  /// The source table, if it is there.
  public Optional<TableInfo> table() {
    return facts.source().value().flatMap(SourceTable::info);
  }

  /// Its first rows; none while they are not known.
  public List<Row> sample() {
    return facts.source().value().map(SourceTable::sample).orElse(List.of());
  }

  /// Whether the table's own requests are sent: as it was chosen, else where the table has some and
  /// nothing was written so far.
  public boolean ownRequests() {
    return draft
        .ownRequests()
        .orElseGet(() ->
            draft.spec().template().text().isBlank()
                && table().filter(t -> SourceCheck.hasRequestColumn(t.schema())).isPresent());
  }

  /// What is asked, with those of the labels that can be read.
  public RequestSpec spec() {
    return draft.spec().withLabels(RequestLabels.read(draft.labels()).labels());
  }

  /// The models as they are offered.
  public List<ModelInfo> models() {
    return facts
        .models()
        .value()
        .map(OfferedModels::models)
        .orElseGet(() -> context.catalog().models(List.of()));
  }

  public List<ListedModel> listedModels() {
    return facts.models().value().map(OfferedModels::listed).orElse(List.of());
  }

  /// The model's name as it was typed, else the first that is generally available, takes batch jobs
  /// and is listed by the service.
  public String modelName() {
    return draft.model().isBlank() ? proposedModel().orElse("") : draft.model();
  }

  /// The model that is proposed where none was chosen.
  public Optional<String> proposedModel() {
    return models().stream()
        .filter(info -> info.batch() && info.stage() == ModelInfo.Stage.GA)
        .filter(info -> info.listed() || listedModels().isEmpty())
        .findFirst()
        .map(info -> info.model().id());
  }

  public Optional<GeminiModel> model() {
    return Draft.modelOf(modelName());
  }

  /// The projects whose models may be shown rows.
  public ModelTrust trust() {
    ModelTrust trust = ModelTrust.own(context.connection().project());
    for (String project : draft.consent().trustedProjects()) {
      trust = trust.and(project);
    }
    return trust;
  }

  /// The model, if rows may be sent to it: not to another project's before the person agreed.
  public Optional<GeminiModel> trustedModel() {
    return model().filter(chosen -> !trust().needsConsent(chosen));
  }

  /// The id that price and context window are known by: the model's own, or that of what it was
  /// tuned from.
  public Optional<String> pricedModel() {
    return model()
        .map(chosen -> facts.tunedBase().value().flatMap(base -> base).orElse(chosen.id()));
  }

  /// What a model costs today, where the job would run.
  public Price price(String id) {
    return context.prices().price(id, context.today(), jobLocation().orElse(Location.GLOBAL));
  }

  public List<Dataset> datasets() {
    return facts.datasets().value().orElse(List.of());
  }

  /// The dataset of the answers: the chosen one; else the first where the source lies, its own,
  /// which holds data, last. Empty while datasets are not known, or when the chosen one is gone.
  public Optional<Dataset> dataset() {
    String chosen = draft.target().dataset();
    return chosen.isEmpty()
        ? proposedDataset()
        : datasets().stream().filter(d -> d.ref().toString().equals(chosen)).findFirst();
  }

  private Optional<Dataset> proposedDataset() {
    Optional<TableInfo> source = table();
    List<Dataset> fit =
        datasets().stream()
            .filter(d -> source.isEmpty() || d.location().equals(source.get().location()))
            .toList();
    return fit.stream()
        .filter(d -> source.isEmpty() || !source.get().ref().datasetRef().equals(d.ref()))
        .findFirst()
        .or(() -> fit.stream().findFirst());
  }

  /// The name of the answers' table, without its dataset.
  public String tableName() {
    String typed = draft.target().table().strip();
    return typed.isEmpty() ? proposedTable() : typed;
  }

  private String proposedTable() {
    return table().map(info -> info.ref().table() + "_answers").orElse("");
  }

  /// Where the answers go; empty while the dataset is not known or the name is none.
  public Optional<TableRef> destination() {
    String name = tableName();
    return TableRef.isTableName(name) ? dataset().map(d -> d.ref().table(name)) : Optional.empty();
  }

  /// Where the job runs: as chosen; else where the data is, or `global` where the model is served
  /// there and not where the data is.
  public Optional<Location> jobLocation() {
    return draft.target().location().or(() -> table().map(TableInfo::location).map(this::served));
  }

  private Location served(Location data) {
    boolean elsewhere =
        model().stream()
            .flatMap(chosen -> models().stream().filter(info -> info.model().equals(chosen)))
            .map(ModelInfo::locations)
            .anyMatch(at -> !at.isEmpty() && !at.contains(data) && at.contains(Location.GLOBAL));
    return elsewhere && !data.isMultiRegion() ? Location.GLOBAL : data;
  }

  /// Whether requests can be made of the table at all.
  public boolean isAskable() {
    return table().filter(info -> RequestChecks.askable(this, info)).isPresent();
  }

  /// The rows that are asked about; the table's own requests are all taken as they are. Empty while
  /// the table is not known, or while requests of it cannot be made.
  public Optional<RowFilter> filter() {
    return table().filter(_ -> isAskable()).map(this::filter);
  }

  private RowFilter filter(TableInfo info) {
    return ownRequests()
        ? new RowFilter(info.ref(), info.schema(), RequestSpec.of("", ""), RowChoice.ALL)
        : new RowFilter(info.ref(), info.schema(), spec(), draft.rows());
  }

  /// Makes the requests of rows that are here, as they will be made of all rows.
  public RequestRenderer renderer(TableSchema schema) {
    return new RequestRenderer(spec(), schema, context.markKey());
  }

  /// How many requests the job has; empty while that is not known, or nothing can be asked. Views
  /// do not say how many rows they have, so theirs are counted.
  public OptionalLong rows() {
    Optional<RowFilter> filter = filter();
    if (filter.isEmpty()) {
      return OptionalLong.empty();
    }
    long all = table().orElseThrow().rows();
    if (filter.get().all() && all >= 0) {
      return OptionalLong.of(filter.get().limited(all));
    }
    return facts.total().value().orElse(null) instanceof RowTotal.Counted(long matching, long _)
        ? OptionalLong.of(filter.get().limited(matching))
        : OptionalLong.empty();
  }

  /// The job's name in Google's console: as it was typed, else the name of the answers' table, as
  /// much of it as the service takes.
  public String title() {
    return JobTitle.of(draft.title(), tableName());
  }

  /// What a trial asks, if one can be made.
  public Optional<Trial.Subject> trialSubject() {
    return table()
        .filter(_ -> isAskable() && !ownRequests())
        .flatMap(info ->
            trustedModel()
                .flatMap(chosen ->
                    jobLocation().map(at -> new Trial.Subject(info, spec(), chosen, at))));
  }

  /// Whether the answers of the trial are to what is asked now.
  public boolean triedThis() {
    return facts
        .trial()
        .flatMap(trial -> trialSubject().filter(trial.subject()::equals))
        .isPresent();
  }
}
