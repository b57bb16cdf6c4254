package dev.pollux.ui.kit;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Row;
import dev.pollux.domain.Value;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures what scrolling costs: run by hand, with `-Dglass.platform=Headless -Dprism.order=sw`.
/// CSS and layout of each step are timed on the FX thread; drawing is another thread's work.
public final class GridBench {
  private static final int STEPS = 300;
  private static final int JUMPS = 30;

  private GridBench() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        AppTheme.loadFonts();
        AppTheme.theme(false);
        DataGrid grid = new DataGrid("bench", new Words(Locale.ENGLISH), DataGridTest::atOnce);
        StackPane root = new StackPane(grid.node());
        Scene scene = new Scene(root, 1000, 700);
        AppTheme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scroll(grid, root, 50_000, 100, "vertical");
        scroll(grid, root, 50_000, 100, "horizontal");
        jump(grid, root);
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  private static void scroll(DataGrid grid, StackPane root, long rows, int columns, String way) {
    grid.show(columns(columns), GridBench::load, rows, _ -> {});
    pulse(root);
    ScrollBar bar =
        root.lookupAll(".scroll-bar").stream()
            .map(ScrollBar.class::cast)
            .filter(b -> b.getOrientation().name().equalsIgnoreCase(way))
            .findFirst()
            .orElseThrow();
    double[] millis = new double[STEPS];
    for (int i = 0; i < 2 * STEPS; i++) { // the first half warms up
      bar.setValue(bar.getMax() * ((i * 7) % STEPS) / STEPS);
      millis[i % STEPS] = pulse(root);
    }
    print(way + " scrolling, " + rows + " x " + columns, millis);
  }

  private static void jump(DataGrid grid, StackPane root) {
    grid.show(columns(20), GridBench::load, 10_000_000, _ -> {});
    pulse(root);
    double[] millis = new double[JUMPS];
    for (int i = 0; i < 2 * JUMPS; i++) {
      long from = System.nanoTime();
      grid.goTo(i * 7_654_321L % 10_000_000);
      double asked = (System.nanoTime() - from) / 1e6;
      millis[i % JUMPS] = asked + pulse(root);
    }
    print("jumps in 10,000,000 x 20", millis);
  }

  private static double pulse(StackPane root) {
    long from = System.nanoTime();
    root.applyCss();
    root.layout();
    return (System.nanoTime() - from) / 1e6;
  }

  private static void print(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-40s p50 %6.2f ms  p95 %6.2f ms  max %6.2f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length - 1]);
  }

  private static List<GridColumn> columns(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Field.of("c" + i, i % 3 == 0 ? FieldType.INT64 : FieldType.STRING))
        .map(field -> GridColumn.at(field, 0))
        .toList();
  }

  private static Runnable load(
      long start,
      int count,
      java.util.function.Consumer<List<Row>> arrived,
      java.util.function.Consumer<Exception> failed) {
    List<Row> rows = new ArrayList<>();
    for (long i = start; i < start + count; i++) {
      rows.add(new Row(List.of(new Value.Scalar("value " + i))));
    }
    arrived.accept(rows);
    return () -> {};
  }
}
