package dev.pollux.ui.browser;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.bench.Percentile;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.EstateServer;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.catalog.CatalogSearch;
import dev.pollux.ui.kit.AppTheme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;

/// The tree on an estate of 3,000 projects, 500 datasets in one and 10,000 tables in one of them,
/// against one of a single project, over BigQuery's wire with answers that take 20 ms: how long
/// until the datasets of the connection's own project are seen, how many calls that takes and how
/// many at once, what stays in memory, and what the FX thread works. By hand, with
/// `-Dglass.platform=Headless -Dprism.order=sw`: `java -cp … dev.pollux.ui.browser.CatalogBench`.
public final class CatalogBench {
  private static final Duration AWAY = Duration.ofMillis(20);
  private static final int TIMES = 15;
  private static final int WARM = 5;

  private final Cloud cloud;
  private final TaskRunner background = new TaskRunner(new FxThreads(), Throwable::printStackTrace);
  private Stage stage;
  private BrowserController browser;

  private CatalogBench(EstateServer server) throws Exception {
    this.cloud = server.open();
  }

  public static void main(String[] arguments) throws Exception {
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    Platform.setImplicitExit(false);
    onFx(() -> {
      AppTheme.loadFonts();
      AppTheme.theme(false);
      return null;
    });
    first("warm-up", 10, 10, 10);
    first("1 project, 1 dataset, 1 table", 1, 1, 1);
    first("3,000 projects, 500 datasets, 10,000 tables", 3_000, 500, 10_000);
    large();
    Platform.exit();
  }

  private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  /// The first screen, again and again, each time by clients that are new.
  private static void first(String what, int projects, int datasets, int tables) throws Exception {
    try (EstateServer server = new EstateServer(AWAY, projects, datasets, tables)) {
      double[] millis = new double[TIMES];
      int calls = 0;
      long before = heap();
      long after = 0;
      for (int i = 0; i < TIMES + WARM; i++) {
        CatalogBench one = new CatalogBench(server);
        int from = server.calls();
        double took = one.open();
        millis[i % TIMES] = took;
        calls = server.calls() - from;
        if (i == TIMES + WARM - 1) {
          after = heap();
        }
        one.close();
      }
      System.out.printf(
          "%-45s first screen median %5.0f ms  p95 %5.0f ms   calls %d, at once %d   heap %+.1f MB%n",
          what,
          Percentile.of(millis, 50),
          Percentile.of(millis, 95),
          calls,
          server.most(),
          (after - before) / 1e6);
    }
  }

  /// What a person does next on the large one.
  private static void large() throws Exception {
    try (EstateServer server = new EstateServer(AWAY, 3_000, 500, 10_000)) {
      CatalogBench one = new CatalogBench(server);
      one.open();
      long before = heap();
      TreeView<CatalogNode> tree = one.tree();
      long from = System.nanoTime();
      TreeItem<CatalogNode> dataset =
          onFx(() -> {
            TreeItem<CatalogNode> own = one.find(tree.getRoot(), "project-0");
            TreeItem<CatalogNode> found = one.find(own, "dataset_0");
            found.setExpanded(true);
            return found;
          });
      one.await(() -> dataset.getChildren().size() >= 1_000);
      System.out.printf(
          "10,000 tables of one dataset are there, 1,000 shown, after %.0f ms, at most %d calls at once, heap %+.1f MB%n",
          (System.nanoTime() - from) / 1e6, server.most(), (heap() - before) / 1e6);
      // The first round is that of a program that has just started.
      for (int round = 1; round <= 3; round++) {
        for (String typed : new String[] {"t", "table_99", "table_9999_of", "nothing", ""}) {
          Took took = one.filter(typed);
          System.out.printf(
              "filter “%s”, round %d: %.0f ms of work on the FX thread, %.0f ms passed%n",
              typed, round, took.worked(), took.passed());
        }
      }
      int calls = server.calls();
      from = System.nanoTime();
      CatalogSearch.Hits hits =
          new CatalogSearch(one.cloud.catalog()).look("_of_2998", (_, _) -> {});
      System.out.printf(
          "search everywhere: %d found, %d not listed, %d calls, at most %d at once, %.1f s%n",
          hits.tables().size(),
          hits.unlisted(),
          server.calls() - calls,
          server.most(),
          (System.nanoTime() - from) / 1e9);
      one.close();
    }
  }

  /// Until the datasets of the own project are lines of the tree.
  private double open() throws Exception {
    long from = System.nanoTime();
    onFx(() -> {
      browser =
          new BrowserController(
              cloud,
              background,
              new Words(Locale.ENGLISH),
              new RecordedNavigation(),
              new FakeTables());
      Scene scene = new Scene(browser.root(), 1280, 800);
      AppTheme.dress(scene, "browser");
      stage = new Stage();
      stage.setScene(scene);
      stage.show();
      return null;
    });
    TreeView<CatalogNode> tree = tree();
    await(() -> {
      TreeItem<CatalogNode> own = find(tree.getRoot(), "project-0");
      return own != null && find(own, "dataset_0") != null;
    });
    return (System.nanoTime() - from) / 1e6;
  }

  @SuppressWarnings("unchecked")
  private TreeView<CatalogNode> tree() throws Exception {
    return (TreeView<CatalogNode>) onFx(() -> browser.root().lookup("#browser-tree"));
  }

  /// Looks in pulses: what was laid out is what a person sees.
  private void await(java.util.concurrent.Callable<Boolean> seen) throws Exception {
    while (!onFx(
        () -> {
          if (seen.call()) {
            browser.root().applyCss();
            browser.root().layout();
            return true;
          }
          return false;
        })) {
      Thread.onSpinWait();
    }
  }

  /// Of the processor and of the clock: the machine may be busy with other things.
  private record Took(double worked, double passed) {}

  private Took filter(String text) throws Exception {
    return onFx(() -> {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long from = System.nanoTime();
      long worked = threads.getCurrentThreadCpuTime();
      ((TextField) browser.root().lookup("#browser-filter")).setText(text);
      browser.root().applyCss();
      browser.root().layout();
      return new Took(
          (threads.getCurrentThreadCpuTime() - worked) / 1e6, (System.nanoTime() - from) / 1e6);
    });
  }

  private TreeItem<CatalogNode> find(TreeItem<CatalogNode> above, String label) {
    Predicate<TreeItem<CatalogNode>> called = item -> item.getValue().label().equals(label);
    return above.getChildren().stream().filter(called).findFirst().orElse(null);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void close() throws Exception {
    onFx(() -> {
      stage.close();
      return null;
    });
    background.close();
    cloud.close();
  }
}
