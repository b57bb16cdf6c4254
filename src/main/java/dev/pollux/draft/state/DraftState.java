package dev.pollux.draft.state;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableNameParser;
import dev.pollux.domain.table.TableReading;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.draft.Draft;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialDraw;
import dev.pollux.models.ModelTrust;
import dev.pollux.models.Price;
import dev.pollux.prompt.AskedRows;
import dev.pollux.prompt.PassedColumns;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.check.JobTitle;
import dev.pollux.prompt.check.RequestLabels;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowFilter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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

  /// What the name of the source means, which was typed.
  public TableReading source() {
    return read(draft.source());
  }

  /// The source, if its name can be read; it need not be there.
  public Optional<TableRef> sourceRef() {
    return source().table();
  }

  /// Reads the name of a table that a person wrote: where it names no project, it is the
  /// connection's.
  public TableReading read(String text) {
    return TableNameParser.read(text, Optional.of(context.connection().dataProject()));
  }

  /// The source table, if it is there.
  public Optional<TableInfo> table() {
    return facts.source().value().flatMap(SourceTable::info);
  }

  /// Some of its rows: the first, or such as meet the conditions where hardly any of the first do;
  /// none while they are not known.
  public List<Row> sample() {
    return new ChosenRows(this).read().orElseGet(this::seen);
  }

  /// Those of the sample that are to be asked about; all of them while the conditions cannot be
  /// read. A row that is left out since a column of it is NULL is among them.
  public List<Row> asked() {
    Optional<RowFilter> chosen =
        table()
            .filter(_ -> !ownRequests())
            .filter(info -> RowFilter.check(draft.rows(), info.conditionColumns()).isEmpty())
            .map(info -> RowFilter.of(info, draft.rows()));
    return chosen.isEmpty() ? sample() : sample().stream().filter(chosen.get().matching()).toList();
  }

  /// Its first rows, by whatever way they are seen.
  List<Row> seen() {
    List<Row> listed = facts.source().value().map(SourceTable::sample).orElse(List.of());
    return listed.isEmpty() && facts.preview().value().orElse(null) instanceof PreviewRows.Read read
        ? read.rows()
        : listed;
  }

  /// Whether rows of the source can be listed free of charge, anywhere in it. Else the sample is
  /// all that is seen of it before a job runs.
  public boolean listsRows() {
    return new ChosenRows(this).read().isEmpty()
        && facts.source().value().filter(SourceTable::listsRows).isPresent();
  }

  /// Whether the source itself says exactly how many rows a query sees.
  public boolean isCounted() {
    return facts.source().value().filter(SourceTable::isCounted).isPresent();
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
        .filter(info -> context.catalog().traits(info.model().id()).batchProven())
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

  /// Where the answers go, as chosen or proposed.
  public TargetChoice target() {
    return new TargetChoice(this);
  }

  /// See [TargetChoice#dataset()].
  public Optional<Dataset> dataset() {
    return target().dataset();
  }

  /// See [TargetChoice#region()].
  public Optional<Location> region() {
    return target().region();
  }

  /// Where the answers go; empty while the dataset is not known or the name is none.
  public Optional<TableRef> destination() {
    return target().table();
  }

  /// See [TargetChoice#jobLocation()].
  public Optional<Location> jobLocation() {
    return target().jobLocation();
  }

  /// Whether requests can be made of the table at all.
  public boolean isAskable() {
    return table().filter(info -> ColumnChecks.askable(this, info)).isPresent();
  }

  /// The rows that are asked about; the table's own requests are all taken as they are. Empty while
  /// the table is not known, or while requests of it cannot be made.
  public Optional<RowFilter> filter() {
    return table().filter(_ -> isAskable()).map(this::filter);
  }

  private RowFilter filter(TableInfo info) {
    return ownRequests()
        ? RowFilter.of(info, RowChoice.ALL)
        : AskedRows.of(info, spec(), draft.rows());
  }

  /// Names of the columns that go beside the answers: as chosen, else those that the prompt uses,
  /// and keys. None while the table is not known.
  public Set<String> passing() {
    return table().map(info -> PassedColumns.of(info, spec(), draft.passing())).orElse(Set.of());
  }

  /// Makes the requests of rows that are here, as they will be made of all rows.
  public RequestRenderer renderer(TableSchema schema) {
    return new RequestRenderer(spec(), schema, context.markKey());
  }

  /// How many requests the job has; empty while that is not known, or nothing can be asked. Where
  /// the table does not say how many rows a query sees, they are counted.
  public OptionalLong rows() {
    Optional<RowFilter> filter = filter();
    if (filter.isEmpty()) {
      return OptionalLong.empty();
    }
    if (filter.get().all() && isCounted()) {
      return OptionalLong.of(filter.get().limited(table().orElseThrow().rows()));
    }
    return facts.total().value().orElse(null) instanceof RowTotal.Counted(long matching, long _)
        ? OptionalLong.of(filter.get().limited(matching))
        : OptionalLong.empty();
  }

  /// How many rows make how many different requests; empty while nobody counted.
  public Optional<DistinctRequests.Counted> distinct() {
    return facts
        .distinct()
        .value()
        .filter(DistinctRequests.Counted.class::isInstance)
        .map(DistinctRequests.Counted.class::cast);
  }

  /// Whether rows that ask the same share one answer: as chosen, where there are such rows; else
  /// where that saves more than one request in a hundred.
  public boolean shares() {
    return takesEarlier()
        || distinct()
            .filter(counted -> counted.requests() < counted.asked())
            .map(counted ->
                draft
                    .shared()
                    .orElse((counted.asked() - counted.requests()) * 100 > counted.asked()))
            .orElse(false);
  }

  /// Whether some rows have the answers that were paid for before.
  public boolean takesEarlier() {
    return draft.onlyNew() && distinct().filter(counted -> counted.answered() > 0).isPresent();
  }

  /// How many requests are sent; empty while that is not known.
  public OptionalLong requests() {
    return shares() ? OptionalLong.of(distinct().orElseThrow().requests()) : rows();
  }

  /// How many jobs that takes.
  public int parts() {
    return (int) Math.max(1, Math.ceilDiv(requests().orElse(1), SourceCheck.MAX_ROWS));
  }

  /// The job's name in Google's console: as it was typed, else the name of the answers' table, as
  /// much of it as the service takes.
  public String title() {
    return JobTitle.of(draft.title(), target().tableName());
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

  /// What a trial of that draws from.
  public TrialDraw.Among trialRows(Trial.Subject subject) {
    return new TrialDraw.Among(
        sample(),
        !listsRows() || table().orElseThrow().rows() <= sample().size(),
        filter().orElseThrow(),
        renderer(subject.table().schema()));
  }

  /// The rows that were tried; those of another table say nothing about this one.
  public Optional<Trial> trial() {
    return facts
        .trial()
        .filter(tried -> sourceRef().filter(tried.subject().table().ref()::equals).isPresent());
  }

  /// Whether the answers of the trial are to what is asked now.
  public boolean triedThis() {
    return facts
        .trial()
        .flatMap(trial -> trialSubject().filter(trial.subject()::equals))
        .isPresent();
  }
}
