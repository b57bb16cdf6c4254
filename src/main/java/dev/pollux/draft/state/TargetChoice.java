package dev.pollux.draft.state;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableNameParser;
import dev.pollux.domain.table.TableReading;
import dev.pollux.domain.table.TableRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the answers of a draft go and where its job runs: what the person chose, and what Pollux
/// proposes where they left it open.
public record TargetChoice(DraftState state) {
  public List<Dataset> datasets() {
    return state.facts().datasets().value().orElse(List.of());
  }

  /// The dataset of the answers: the chosen one; else the first where the source lies, its own,
  /// which holds data, last. Empty while datasets are not known, or when the chosen one is gone.
  public Optional<Dataset> dataset() {
    Optional<DatasetRef> chosen = chosenDataset();
    return chosen.isEmpty()
        ? proposedDataset()
        : datasets().stream()
            .filter(d -> d.ref().equals(chosen.get()))
            .findFirst()
            .or(() -> state.facts().unlisted().value().flatMap(there -> there));
  }

  /// The dataset that the person chose, or wrote before the name of the table.
  public Optional<DatasetRef> chosenDataset() {
    return typedDestination()
        .map(TableRef::datasetRef)
        .or(() -> DatasetRef.parse(state.draft().target().dataset()));
  }

  private Optional<Dataset> proposedDataset() {
    Optional<TableInfo> source = state.table();
    List<Dataset> fit =
        datasets().stream()
            .filter(d -> !Transfer.isScratch(d.ref()))
            .filter(
                d -> source.isEmpty() || JobRegion.isHome(source.get().location(), d.location()))
            .sorted(Comparator.comparing(d -> !region(source).equals(Optional.of(d.location()))))
            .toList();
    Optional<DatasetRef> usual = state.context().connection().dataset();
    return fit.stream()
        .filter(d -> usual.equals(Optional.of(d.ref())))
        .findFirst()
        .or(() -> elsewhere(fit, source));
  }

  private static Optional<Dataset> elsewhere(List<Dataset> fit, Optional<TableInfo> source) {
    return fit.stream()
        .filter(d -> source.isEmpty() || !source.get().ref().datasetRef().equals(d.ref()))
        .findFirst()
        .or(() -> fit.stream().findFirst());
  }

  private Optional<Location> region(Optional<TableInfo> source) {
    return source.map(
        info -> JobRegion.proposed(info.location(), state.context().connection().location()));
  }

  /// Where the job reads its requests and writes its answers: the dataset's location; while there
  /// is none, the one that is proposed for it. Empty while the source is not known.
  public Optional<Location> region() {
    return dataset()
        .map(Dataset::location)
        .filter(at -> state.table().isPresent() && !at.isMultiRegion())
        .or(() -> region(state.table()));
  }

  /// What travels; empty where the job reads in place, or the source is not known.
  public Optional<Transfer> transfer() {
    return state
        .table()
        .flatMap(info ->
            region()
                .filter(into -> !into.equals(info.location()))
                .map(into -> Transfer.of(state, info, into)));
  }

  /// The name of the answers' table, without its dataset.
  public String tableName() {
    String typed = typedTable().strip();
    return typed.isEmpty()
        ? proposedTable()
        : typedDestination().map(TableRef::table).orElse(typed);
  }

  /// The name as it was typed; empty where it was typed for the answers about another table.
  public String typedTable() {
    return isTargetOurs() ? state.draft().target().table() : "";
  }

  private boolean isTargetOurs() {
    String of = state.draft().target().source();
    return of.isEmpty() || state.sourceRef().filter(ref -> ref.toString().equals(of)).isPresent();
  }

  /// Why a name that was typed with its dataset cannot be read.
  public Optional<TableReading.Refused> refusedTable() {
    return TableNameParser.isQualified(typedTable())
            && state.read(typedTable()) instanceof TableReading.Refused refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  private Optional<TableRef> typedDestination() {
    return TableNameParser.isQualified(typedTable())
        ? state.read(typedTable()).table()
        : Optional.empty();
  }

  /// A name that is free, as far as the dataset was listed.
  private String proposedTable() {
    Set<String> taken = state.facts().taken().value().orElse(Set.of());
    String like = isTargetOurs() ? state.draft().target().like() : "";
    return state
        .table()
        .map(info -> like.isEmpty() ? info.ref().table() + "_answers" : like)
        .map(name -> FreeName.from(name, taken))
        .orElse("");
  }

  /// Whether the name of the answers' table stays what it is: it was typed, or nothing is being
  /// looked up that the proposal follows from.
  public boolean isNamed() {
    return !typedTable().isBlank()
        || switch (state.facts().taken()) {
          case Fact.Unknown<Set<String>> _, Fact.Looking<Set<String>> _ -> false;
          case Fact.Known<Set<String>> _, Fact.Failed<Set<String>> _, Fact.Stopped<Set<String>> _ ->
              true;
        };
  }

  /// Where the answers go; empty while the dataset is not known or the name is none.
  public Optional<TableRef> table() {
    String name = tableName();
    return TableRef.isTableName(name) ? dataset().map(d -> d.ref().table(name)) : Optional.empty();
  }

  /// Where the job runs: as chosen; else where it reads, or `global` where the model is served
  /// there and not where it reads, or where nobody knows in which regions it is served.
  public Optional<Location> jobLocation() {
    return state.draft().target().location().or(() -> region().map(this::served));
  }

  private Location served(Location data) {
    return state
            .model()
            .filter(chosen -> state.context().catalog().prefersGlobal(chosen, data))
            .isPresent()
        ? Location.GLOBAL
        : data;
  }
}
