package dev.pollux.ui.sorting;

import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.prompt.rows.ViewSql;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridOrder;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Stands above a grid whose rows are sorted or chosen: what was asked for, as chips with a button
/// that takes each away, how many rows that are, and what it costs where it costs.
public final class SortingBar {
  /// Its tooltip says the rest.
  private static final double SHORTEST_CHIP = 56;

  private final String id;
  private final Words words;
  private final PriceWords prices;
  private final DataGrid grid;
  private final RowSorting sorting;
  private final FilterLine line;
  // One line, whatever is in it: a second one would push the headers away from the pointer.
  private final HBox chips = new HBox(8);
  private final Label count = new Label();
  private final Label said = new Label();
  private final Button buy = new Button();
  private final Button stop = new Button();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final Button filter;
  private final VBox root;
  private Stored stored = new Stored(List.of(), (_, _, _, _) -> () -> {}, 0, _ -> {});
  private boolean others;

  /// The rows of the table as it has them.
  private record Stored(
      List<GridColumn> columns, RowSource source, long total, Consumer<Exception> failed) {}

  /// @param id what the ids of its nodes begin with
  public SortingBar(String id, DataGrid grid, RowSorting sorting, Words words) {
    this.id = id;
    this.words = words;
    this.prices = new PriceWords(words);
    this.grid = grid;
    this.sorting = sorting;
    this.line = new FilterLine(id + "-line", words, this::take, grid::focus);
    this.filter =
        new Button(words.get("sorting.filter"), new FontIcon(MaterialDesignF.FILTER_VARIANT));
    filter.setId(id + "-filter");
    filter.getStyleClass().addAll("flat", "small");
    filter.setMinWidth(Region.USE_PREF_SIZE);
    filter.setTooltip(new Tooltip(words.get("sorting.filter.tip")));
    filter.setOnAction(_ -> line.open(Optional.empty()));
    grid.onSort(this::onSort, column -> line.open(Optional.of(column)));
    chips.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(chips, Priority.ALWAYS);
    count.setId(id + "-count");
    count.getStyleClass().add("caption");
    count.setMinWidth(Region.USE_PREF_SIZE);
    said.setId(id + "-said");
    said.getStyleClass().addAll("caption", "sorting-said", "line-top");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.setMaxWidth(Double.MAX_VALUE);
    buy.setId(id + "-buy");
    buy.setOnAction(_ -> sorting.buy());
    stop.setId(id + "-stop");
    stop.setText(words.get("sorting.stop"));
    stop.setOnAction(_ -> sorting.stop());
    busy.setMaxSize(18, 18);
    busy.visibleProperty().bind(stop.visibleProperty());
    for (Button one : List.of(buy, stop)) {
      one.getStyleClass().add("small");
      one.setMinWidth(Region.USE_PREF_SIZE);
    }
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    for (Region one : List.of(buy, stop, busy, said)) {
      one.managedProperty().bind(one.visibleProperty());
    }
    HBox asked = new HBox(8, filter, chips, busy, buy, stop);
    asked.setAlignment(Pos.CENTER_LEFT);
    // The line in which one filters takes the place of what was asked for, so that nothing below
    // moves: a second click on a header is to meet the same header.
    asked.visibleProperty().bind(line.root().visibleProperty().not());
    asked.managedProperty().bind(asked.visibleProperty());
    root = new VBox(line.root(), asked);
    root.setId(id);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().addAll("sorting-bar", "line-bottom");
    sorting.seen().subscribe(this::show);
  }

  public Node node() {
    return root;
  }

  /// A sentence about the rows, where there is one to say. It is to stand below the grid: above, it
  /// would push the headers away from the pointer.
  public Node sentence() {
    return said;
  }

  /// Shows another table in the grid, as it is.
  ///
  /// @param source its rows, `total` of them
  /// @param failed hears of pages that could not be loaded
  public void open(
      List<GridColumn> columns, RowSource source, long total, Consumer<Exception> failed) {
    stored = new Stored(columns, source, total, failed);
    others = false;
    line.columns(columns);
    grid.show(columns, source, total, failed);
    sorting.shown();
  }

  /// The same table has other rows now.
  public void restore(RowSource source, long total) {
    stored = new Stored(stored.columns(), source, total, stored.failed());
    if (!others) {
      grid.showRows(source, total, stored.failed());
    }
  }

  private RowView view() {
    return sorting.seen().get().view();
  }

  private void onSort(List<GridOrder> orders) {
    sorting.see(
        view()
            .ordered(
                orders.stream()
                    .map(order ->
                        new RowView.Order(order.column().field().name(), order.descending()))
                    .toList()));
  }

  private boolean take(RowChoice.Condition condition) {
    boolean fits = sorting.fits(condition);
    if (fits) {
      sorting.see(view().with(condition));
    }
    return fits;
  }

  private void show(SeenRows seen) {
    chips(seen.view());
    grid.showOrder(
        seen.view().orders().stream()
            .flatMap(order ->
                column(order.column())
                    .map(column -> new GridOrder(column, order.descending()))
                    .stream())
            .toList());
    buy.setVisible(seen instanceof SeenRows.Offered);
    stop.setVisible(
        seen instanceof SeenRows.Reading
            || seen instanceof SeenRows.Pricing
            || seen instanceof SeenRows.Querying);
    count.setText("");
    said.setText(said(seen));
    switch (seen) {
      case SeenRows.AsStored _ -> {
        if (others) {
          others = false;
          grid.showRows(stored.source(), stored.total(), stored.failed());
        }
      }
      case SeenRows.Here(RowView _, List<Row> rows, List<Integer> numbers, long of) -> {
        count.setText(words.get("sorting.count", rows.size(), of));
        rows(rows, Optional.of(numbers));
      }
      case SeenRows.Offered offered ->
          buy.setText(
              words.get(
                  offered.price().isMeasured() ? "sorting.buy" : "sorting.buy-at-most",
                  prices.amount(offered.price()),
                  prices.dollars(offered.price())));
      case SeenRows.ByQuery(RowView _, ViewSql _, var _, List<Row> rows, long total) -> {
        long of = stored.total();
        count.setText(
            of > 0 ? words.get("sorting.count", total, of) : words.get("sorting.count.all", total));
        rows(rows, Optional.empty());
      }
      case SeenRows.Reading _,
          SeenRows.Pricing _,
          SeenRows.Querying _,
          SeenRows.Refused _,
          SeenRows.Failed _ -> {}
    }
  }

  private String said(SeenRows seen) {
    return switch (seen) {
      case SeenRows.AsStored _, SeenRows.Here _ -> "";
      case SeenRows.Reading _ -> words.get("sorting.reading");
      case SeenRows.Pricing _ -> words.get("sorting.pricing");
      case SeenRows.Offered offered ->
          words.get(offered.stopped() ? "sorting.stopped" : "sorting.offered")
              + " "
              + prices.offered(offered.price(), offered.stopped());
      case SeenRows.Querying _ -> words.get("sorting.querying");
      case SeenRows.ByQuery found ->
          found.total() > found.rows().size()
              ? words.get("sorting.first", found.rows().size())
              : words.get("sorting.queried");
      case SeenRows.Refused(RowView _, String why) -> why;
      case SeenRows.Failed failed ->
          failed.why().what() + " " + failed.why().why() + " " + failed.why().next();
    };
  }

  /// @param numbers of the rows in their table; empty where nobody knows
  private void rows(List<Row> rows, Optional<List<Integer>> numbers) {
    others = true;
    grid.showRows(
        new RowSource() {
          @Override
          public Runnable load(
              long start, int size, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
            int from = (int) Math.min(start, rows.size());
            arrived.accept(rows.subList(from, Math.min(from + size, rows.size())));
            return () -> {};
          }

          @Override
          public long number(long index) {
            return numbers.isPresent() ? numbers.get().get((int) index) : index;
          }

          @Override
          public OptionalLong place(long number) {
            if (numbers.isEmpty()) {
              return OptionalLong.of(number);
            }
            int place = number > Integer.MAX_VALUE ? -1 : numbers.get().indexOf((int) number);
            return place < 0 ? OptionalLong.empty() : OptionalLong.of(place);
          }
        },
        rows.size(),
        _ -> {},
        words.get("sorting.none"));
  }

  private Optional<GridColumn> column(String name) {
    return stored.columns().stream().filter(one -> one.field().name().equals(name)).findFirst();
  }

  private void chips(RowView view) {
    List<Node> all = new ArrayList<>();
    for (RowView.Order order : view.orders()) {
      List<RowView.Order> rest =
          view.orders().stream().filter(other -> !other.equals(order)).toList();
      all.add(
          chip(
              all.size(),
              words.get(
                  order.descending() ? "sorting.chip.down" : "sorting.chip.up",
                  label(order.column())),
              () -> sorting.see(view.ordered(rest))));
    }
    for (RowChoice.Condition condition : view.conditions()) {
      all.add(
          chip(
              all.size(),
              line.said(condition, label(condition.column())),
              () -> sorting.see(view.without(condition))));
    }
    if (!all.isEmpty()) {
      Button clear = new Button(words.get("sorting.clear"));
      clear.setId(id + "-clear");
      clear.setMinWidth(Region.USE_PREF_SIZE);
      clear.getStyleClass().addAll("flat", "small");
      clear.setOnAction(_ -> sorting.see(RowView.AS_STORED));
      all.add(clear);
      all.add(count);
    }
    chips.getChildren().setAll(all);
  }

  private String label(String name) {
    return column(name).map(GridColumn::label).orElse(name);
  }

  private Button chip(int index, String text, Runnable away) {
    Button chip = new Button(text, new FontIcon(MaterialDesignC.CLOSE));
    chip.setId(id + "-chip-" + index);
    chip.setMnemonicParsing(false);
    chip.setMaxWidth(420);
    chip.setMinWidth(SHORTEST_CHIP);
    chip.getStyleClass().addAll("small", "chip");
    chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    chip.setAccessibleText(words.get("sorting.chip.remove", text));
    chip.setTooltip(new Tooltip(words.get("sorting.chip.remove", text)));
    chip.setOnAction(_ -> {
      away.run();
      grid.focus();
    });
    return chip;
  }
}
