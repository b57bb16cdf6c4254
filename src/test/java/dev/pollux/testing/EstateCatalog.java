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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// As much as a corporate account sees: many projects, of which the first has many datasets, of
/// which the first has many tables. Of all others, each second project may not be listed. It counts
/// the calls, and how many were under way at once.
public final class EstateCatalog implements Catalog {
  public final AtomicInteger calls = new AtomicInteger();
  public final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final int projects;
  private final int datasets;
  private final int tables;

  public EstateCatalog(int projects, int datasets, int tables) {
    this.projects = projects;
    this.datasets = datasets;
    this.tables = tables;
  }

  private void call() {
    calls.incrementAndGet();
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    // Long enough for others to come at the same time.
    LockSupport.parkNanos(50_000);
    now.decrementAndGet();
  }

  @Override
  public List<String> projects() {
    call();
    return IntStream.range(0, projects).mapToObj(i -> "project-" + i).toList();
  }

  @Override
  public void reach(String project) {}

  @Override
  public List<Dataset> datasets(String project) throws CloudException {
    call();
    int number = Integer.parseInt(project.substring("project-".length()));
    if (number % 2 == 1) {
      throw new CloudException.NotAllowed("Access Denied: Project " + project, "", null);
    }
    return IntStream.range(0, number == 0 ? datasets : 1)
        .mapToObj(
            i -> new Dataset(new DatasetRef(project, "dataset_" + i), Location.US_CENTRAL1, ""))
        .toList();
  }

  @Override
  public List<TableEntry> tables(DatasetRef dataset) {
    call();
    boolean large = dataset.project().equals("project-0") && dataset.dataset().equals("dataset_0");
    return IntStream.range(0, large ? tables : 1)
        .mapToObj(i ->
            new TableEntry(
                dataset.table("table_" + i + "_of_" + dataset.project().substring(8)),
                TableKind.TABLE))
        .toList();
  }

  @Override
  public Optional<Dataset> dataset(DatasetRef ref) {
    return Optional.empty();
  }

  @Override
  public Optional<TableInfo> table(TableRef ref) {
    return Optional.empty();
  }

  @Override
  public void createDataset(DatasetRef ref, Location location) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ensureDataset(DatasetRef ref, Location location, Duration last) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void expire(TableRef ref, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteTable(TableRef ref) {
    throw new UnsupportedOperationException();
  }
}
