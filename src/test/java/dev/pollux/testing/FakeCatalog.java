package dev.pollux.testing;

import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A catalogue in memory.
public final class FakeCatalog implements Catalog {
  public final Map<DatasetRef, Dataset> datasets = new LinkedHashMap<>();
  public final Map<TableRef, TableInfo> tables = new LinkedHashMap<>();

  /// Datasets that are there, and not among those that are listed.
  public final Set<DatasetRef> unlisted = new HashSet<>();

  public Optional<CloudException> failure = Optional.empty();

  /// Why nothing can be deleted.
  public Optional<CloudException> keeps = Optional.empty();

  /// What happens before the tables of a dataset are listed: it may take its time.
  public Runnable beforeTables = () -> {};

  private final String project;

  public FakeCatalog(String project) {
    this.project = project;
  }

  public FakeCatalog dataset(String name, Location location) {
    DatasetRef ref = new DatasetRef(project, name);
    datasets.put(ref, new Dataset(ref, location, ""));
    return this;
  }

  /// A table of that many rows in a dataset that is there.
  public FakeCatalog table(String dataset, String name, long rows, Field... fields) {
    DatasetRef in = new DatasetRef(project, dataset);
    TableRef ref = in.table(name);
    Dataset home = datasets.get(in);
    if (home == null) {
      throw new IllegalArgumentException("make the dataset " + in + " first");
    }
    tables.put(
        ref,
        new TableInfo(
            ref,
            TableKind.TABLE,
            home.location(),
            new TableSchema(List.of(fields)),
            rows,
            rows * 100,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            ""));
    return this;
  }

  @Override
  public List<String> projects() throws CloudException {
    fail();
    return List.of(project);
  }

  @Override
  public void reach(String of) throws CloudException {
    fail();
  }

  @Override
  public List<Dataset> datasets(String of) throws CloudException {
    fail();
    return datasets.values().stream()
        .filter(d -> d.ref().project().equals(of) && !unlisted.contains(d.ref()))
        .toList();
  }

  @Override
  public Optional<Dataset> dataset(DatasetRef ref) throws CloudException {
    fail();
    return Optional.ofNullable(datasets.get(ref));
  }

  @Override
  public void createDataset(DatasetRef ref, Location location) throws CloudException {
    fail();
    datasets.put(ref, new Dataset(ref, location, ""));
  }

  @Override
  public void ensureDataset(DatasetRef ref, Location location, Duration last)
      throws CloudException {
    fail();
    datasets.putIfAbsent(ref, new Dataset(ref, location, ""));
  }

  @Override
  public void expire(TableRef ref, Instant at) throws CloudException {
    fail();
    TableInfo old = tables.get(ref);
    if (old == null) {
      throw new CloudException.NotFound("Not found: Table " + ref, "notFound", null);
    }
    tables.put(
        ref,
        new TableInfo(
            old.ref(),
            old.kind(),
            old.location(),
            old.schema(),
            old.rows(),
            old.bytes(),
            old.created(),
            old.modified(),
            Optional.of(at),
            old.description()));
  }

  @Override
  public List<TableEntry> tables(DatasetRef dataset) throws CloudException {
    beforeTables.run();
    fail();
    return tables.values().stream()
        .filter(table -> table.ref().datasetRef().equals(dataset))
        .map(table -> new TableEntry(table.ref(), table.kind()))
        .toList();
  }

  @Override
  public Optional<TableInfo> table(TableRef ref) throws CloudException {
    fail();
    return Optional.ofNullable(tables.get(ref));
  }

  /// How the next deletes of tables go.
  public enum Deleting {
    ANSWERED,
    /// It is done, and the answer is lost on its way.
    ANSWER_LOST,
    /// It does not arrive.
    NOT_DONE
  }

  public Deleting deleting = Deleting.ANSWERED;

  @Override
  public void deleteTable(TableRef ref) throws CloudException {
    fail();
    if (keeps.isPresent()) {
      throw keeps.get();
    }
    if (deleting != Deleting.NOT_DONE && tables.remove(ref) == null) {
      throw new CloudException.NotFound("Not found: Table " + ref, "notFound", null);
    }
    if (deleting != Deleting.ANSWERED) {
      throw FakeBatchJobs.unavailable();
    }
  }

  private void fail() throws CloudException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
