package dev.pollux.ui.catalog;

import dev.pollux.background.CallPool;
import dev.pollux.background.Progress;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Looks for tables by a part of their name in all projects. It takes a call for each project and
/// each dataset, so it is done only when a person says so; at most some calls run at once, and what
/// cannot be listed is counted and passed over.
public record CatalogSearch(Catalog catalog) {
  private static final int AT_ONCE = 8;

  /// More hits are of no use to anybody who reads them.
  private static final int MOST = 200;

  /// @param tables that have the text in their name, or lie in a dataset that has
  /// @param unlisted how many projects and datasets could not be listed
  public record Hits(List<TableRef> tables, int unlisted) {
    public Hits {
      tables = List.copyOf(tables);
    }
  }

  /// @throws InterruptedException when somebody stopped it
  /// @throws CloudException when not even the projects can be listed
  public Hits look(String text, Progress progress) throws CloudException, InterruptedException {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<TableRef> found = new ArrayList<>();
    int unlisted = 0;
    List<String> projects = catalog.projects();
    // Whoever stops waiting stops the calls, too.
    try (CallPool calls = new CallPool(AT_ONCE)) {
      Deque<Future<List<Dataset>>> ahead = new ArrayDeque<>();
      int asked = 0;
      for (int i = 0; i < projects.size() && found.size() < MOST; i++) {
        progress.update(i, projects.size());
        for (; asked < Math.min(projects.size(), i + AT_ONCE); asked++) {
          String project = projects.get(asked);
          ahead.add(calls.submit(() -> catalog.datasets(project)));
        }
        stopIfInterrupted();
        unlisted += project(ahead.remove(), wanted, found, calls);
      }
    }
    return new Hits(found.subList(0, Math.min(MOST, found.size())), unlisted);
  }

  private int project(
      Future<List<Dataset>> listed, String wanted, List<TableRef> found, CallPool calls)
      throws InterruptedException {
    List<Dataset> datasets;
    try {
      datasets = listed.get();
    } catch (ExecutionException _) {
      return 1;
    }
    int unlisted = 0;
    List<Future<List<TableRef>>> asked = new ArrayList<>();
    for (Dataset dataset : datasets) {
      asked.add(calls.submit(() -> hits(dataset, wanted)));
    }
    for (Future<List<TableRef>> one : asked) {
      try {
        found.addAll(one.get());
      } catch (ExecutionException _) {
        unlisted++;
      }
    }
    return unlisted;
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private List<TableRef> hits(Dataset dataset, String wanted) throws CloudException {
    boolean whole = dataset.ref().dataset().toLowerCase(Locale.ROOT).contains(wanted);
    return ShardGroups.of(catalog.tables(dataset.ref())).stream()
        .map(TableEntry::ref)
        .filter(ref -> whole || ref.table().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .toList();
  }
}
