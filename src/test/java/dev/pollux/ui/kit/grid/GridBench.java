package dev.pollux.ui.kit.grid;

import dev.pollux.bench.Figure;
import dev.pollux.bench.Percentile;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.AtOnce;
import dev.pollux.ui.kit.grid.copy.GridCopy;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableListBase;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// What scrolling, a jump, and copying cost in the grid, beside a `TableView` of JavaFX as it
/// comes. With `-Dglass.platform=Headless -Dprism.order=sw`. CSS and layout of each step are timed
/// on the FX thread; drawing is another thread's work. By hand: `java -cp …
/// dev.pollux.ui.kit.grid.GridBench [scroll] [jump] [copy]`.
public final class GridBench {
  private static final int STEPS = 300;
  private static final int JUMPS = 30;
  private static final int COPIED = GridCopy.MOST_ROWS;
  private static final double FRAME_MS = 16;
  private static final double MARK_MS = 50;
  private static final double COPY_MS = 2_000;

  private GridBench() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        AppTheme.loadFonts();
        AppTheme.theme(false);
        DataGrid grid = new DataGrid("bench", new Words(Locale.ENGLISH), new AtOnce());
        StackPane root = new StackPane(grid.node());
        Scene scene = new Scene(root, 1000, 700);
        AppTheme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        BareTable bare = new BareTable();
        measure(grid, bare, root, List.of(args));
        bare.close();
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  /// @param only what is measured; all of it where none is named
  private static void measure(DataGrid grid, BareTable bare, StackPane root, List<String> only) {
    if (only.isEmpty() || only.contains("scroll")) {
      scrolling(grid, bare, root);
    }
    if (only.isEmpty() || only.contains("jump")) {
      jumping(grid, bare, root);
    }
    if (only.isEmpty() || only.contains("copy")) {
      copying(grid, bare, root);
    }
  }

  private static void scrolling(DataGrid grid, BareTable bare, StackPane root) {
    for (String way : List.of("vertical", "horizontal")) {
      grid.show(columns(100), GridBench::load, 50_000, _ -> {});
      bare.show(50_000, 100);
      Figure.of(way + " scrolling, 50,000 x 100, layout p95", "ms", scroll(root, way))
          .beside("TableView", scroll(bare.root(), way))
          .atMost(FRAME_MS)
          .print();
    }
    grid.freeze().upTo(grid.columns().get(2));
    Figure.of(
            "horizontal scrolling, 3 columns frozen, layout p95", "ms", scroll(root, "horizontal"))
        .beside("TableView, none frozen", scroll(bare.root(), "horizontal"))
        .atMost(FRAME_MS)
        .print();
    grid.freeze().none();
  }

  private static void jumping(DataGrid grid, BareTable bare, StackPane root) {
    grid.show(columns(20), GridBench::load, 10_000_000, _ -> {});
    bare.show(10_000_000, 20);
    Figure.of("a jump in 10,000,000 x 20, p95", "ms", jump(root, grid::goTo))
        .beside("TableView", jump(bare.root(), bare::goTo))
        .atMost(FRAME_MS)
        .print();
  }

  private static void copying(DataGrid grid, BareTable bare, StackPane root) {
    grid.show(columns(10), GridBench::load, COPIED, _ -> {});
    bare.show(COPIED, 10);
    pulse(root);
    pulse(bare.root());
    Node table = root.lookup(".table-view");
    double all = timed(root, () -> press(table, KeyCode.A));
    Figure.of("select all of 200,000 rows", "ms", all)
        .beside("TableView", timed(bare.root(), bare::all))
        .atMost(MARK_MS)
        .print();
    double copy =
        timed(
            root,
            () -> {
              press(table, KeyCode.C);
              if (grid.copying().busy()) {
                throw new IllegalStateException("The copy has not ended.");
              }
            });
    Figure.of("copy 200,000 x 10", "ms", copy)
        .beside("cell by cell from a TableView", timed(bare.root(), bare::copy))
        .atMost(COPY_MS)
        .print();
    Figure.of("clear the selection", "ms", timed(root, () -> grid.selectRow(7)))
        .beside("TableView", timed(bare.root(), bare::clear))
        .atMost(MARK_MS)
        .print();
  }

  private static void press(Node on, KeyCode code) {
    Event.fireEvent(
        on, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
  }

  private static double timed(StackPane root, Runnable action) {
    long from = System.nanoTime();
    action.run();
    double took = (System.nanoTime() - from) / 1e6;
    return took + pulse(root);
  }

  private static double scroll(StackPane root, String way) {
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
    return Percentile.of(millis, 95);
  }

  private static double jump(StackPane root, LongConsumer goTo) {
    pulse(root);
    double[] millis = new double[JUMPS];
    for (int i = 0; i < 2 * JUMPS; i++) {
      long to = i * 7_654_321L % 10_000_000;
      millis[i % JUMPS] = timed(root, () -> goTo.accept(to));
    }
    return Percentile.of(millis, 95);
  }

  private static double pulse(StackPane root) {
    long from = System.nanoTime();
    root.applyCss();
    root.layout();
    return (System.nanoTime() - from) / 1e6;
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

  /// The table of JavaFX with nothing added: its rows are numbers, and each cell makes its text of
  /// them.
  private static final class BareTable {
    private final TableView<Integer> table = new TableView<>();
    private final StackPane root = new StackPane(table);
    private final Stage stage = new Stage();

    BareTable() {
      table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
      stage.setScene(new Scene(root, 1000, 700));
      stage.show();
    }

    StackPane root() {
      return root;
    }

    void show(int rows, int columns) {
      table.getColumns().clear();
      for (int i = 0; i < columns; i++) {
        TableColumn<Integer, String> column = new TableColumn<>("c" + i);
        column.setCellValueFactory(
            row -> new ReadOnlyStringWrapper("value " + row.getValue()).getReadOnlyProperty());
        column.setPrefWidth(120);
        table.getColumns().add(column);
      }
      table.setItems(new Numbers(rows));
    }

    void goTo(long row) {
      int index = Math.toIntExact(row);
      table.scrollTo(index);
      table.getSelectionModel().clearAndSelect(index);
    }

    void all() {
      table.getSelectionModel().selectAll();
    }

    void clear() {
      table.getSelectionModel().clearSelection();
    }

    void copy() {
      StringBuilder text = new StringBuilder();
      for (int row : table.getSelectionModel().getSelectedIndices()) {
        for (TableColumn<Integer, ?> column : table.getColumns()) {
          text.append(column.getCellData(row)).append('\t');
        }
        text.append('\n');
      }
      ClipboardContent content = new ClipboardContent();
      content.putString(text.toString());
      Clipboard.getSystemClipboard().setContent(content);
    }

    void close() {
      stage.close();
    }
  }

  /// 0, 1, 2 and so on, none of them kept.
  private static final class Numbers extends ObservableListBase<Integer> {
    private final int count;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return count;
    }
  }
}
