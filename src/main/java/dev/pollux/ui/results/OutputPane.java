package dev.pollux.ui.results;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableSchema;
import dev.pollux.results.Prompts;
import dev.pollux.results.Responses;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.DataGrid;
import dev.pollux.ui.kit.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The rows of the output: input columns left, the answer right of a line, service columns last and
/// quiet.
final class OutputPane {
  private static final Set<String> SERVICE =
      Set.of(
          "pollux_row_key",
          Prompts.REQUEST,
          Responses.RESPONSE,
          Responses.STATUS,
          "processed_time");
  // Narrow, so that the answers are in sight beside the first columns.
  private static final double INPUT_WIDTH = 110;
  private static final double NUMBER_WIDTH = 68;
  private static final double ANSWER_WIDTH = 320;
  private static final double SHORT_WIDTH = 104;
  private final ResultsController controller;
  private final Words words;
  private final DataGrid grid;
  private final RowPane value;
  private final BorderPane root;

  OutputPane(ResultsController controller, Words words) {
    this.controller = controller;
    this.words = words;
    this.grid = new DataGrid("results-grid", words);
    TableSchema none = new TableSchema(List.of());
    this.value = new RowPane(words, new OutcomeWords(words, none), none);
    grid.selected().subscribe(value::show);
    SplitPane split = new SplitPane(grid.node(), value.node());
    split.setDividerPositions(0.68);
    SplitPane.setResizableWithParent(value.node(), false);
    Label range = new Label();
    range.setId("results-range");
    range.getStyleClass().add("caption");
    range.textProperty().bind(grid.range());
    HBox foot = new HBox(range);
    foot.getStyleClass().addAll("results-foot", "line-top");
    root = new BorderPane(split);
    root.setBottom(foot);
  }

  Node node() {
    return root;
  }

  void goTo(long row) {
    grid.goTo(row);
  }

  void show(TableInfo table) {
    OutcomeWords outcomes = new OutcomeWords(words, table.schema());
    value.use(outcomes, table.schema());
    grid.show(
        columns(table.schema(), outcomes),
        (start, count, arrived, failed) -> controller.load(table, start, count, arrived, failed),
        Math.max(0, table.rows()),
        controller::onRowsFailed);
  }

  private List<GridColumn> columns(TableSchema schema, OutcomeWords outcomes) {
    List<GridColumn> all = new ArrayList<>();
    List<GridColumn> last = new ArrayList<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      GridColumn column = GridColumn.at(schema.fields().get(i), i);
      if (SERVICE.contains(column.field().name().toLowerCase(Locale.ROOT))) {
        last.add(new GridColumn(column.field(), column.value(), "quiet"));
      } else {
        boolean number = column.field().type().isNumber();
        double width = number ? NUMBER_WIDTH : INPUT_WIDTH;
        all.add(new GridColumn(column.field(), column.value(), "", _ -> "", width));
      }
    }
    all.add(
        new GridColumn(
            text(words.get("results.column.answer")),
            outcomes::answer,
            "divided",
            outcomes::mood,
            ANSWER_WIDTH));
    all.add(
        new GridColumn(
            text(words.get("results.column.finish")),
            outcomes::finish,
            "quiet",
            _ -> "",
            SHORT_WIDTH));
    all.add(
        new GridColumn(
            text(words.get("results.column.tokens")),
            outcomes::tokens,
            "quiet",
            _ -> "",
            SHORT_WIDTH));
    all.addAll(last);
    return all;
  }

  private static Field text(String name) {
    return Field.of(name, FieldType.STRING);
  }
}
