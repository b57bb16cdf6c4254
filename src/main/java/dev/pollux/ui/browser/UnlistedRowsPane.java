package dev.pollux.ui.browser;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.sorting.PriceWords;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Stands in place of rows that the service does not list: why, and a button that has some read by
/// a query, with its price.
final class UnlistedRowsPane {
  private final Words words;
  private final PriceWords prices;
  private final BrowserController controller;
  private final Label why = new Label();
  private final Button read = new Button();
  private final Button stop = new Button();
  private final Label said = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final StatePane state;

  UnlistedRowsPane(BrowserController controller, Words words) {
    this.controller = controller;
    this.words = words;
    this.prices = new PriceWords(words);
    why.setId("browser-by-query");
    why.getStyleClass().add("quiet");
    why.setWrapText(true);
    read.setId("browser-preview-read");
    read.setMinWidth(Region.USE_PREF_SIZE);
    read.setOnAction(_ -> controller.onPreview());
    stop.setId("browser-preview-stop");
    stop.setText(words.get("browser.preview.stop"));
    stop.setOnAction(_ -> controller.onStopPreview());
    busy.setMaxSize(20, 20);
    said.setId("browser-preview-said");
    said.getStyleClass().add("caption");
    said.setWrapText(true);
    for (Node one : new Node[] {read, stop, busy}) {
      one.managedProperty().bind(one.visibleProperty());
    }
    busy.visibleProperty().bind(stop.visibleProperty());
    HBox actions = new HBox(8, read, busy, stop);
    actions.getStyleClass().add("browser-preview-actions");
    VBox face = new VBox(12, why, actions, said);
    face.getStyleClass().add("browser-preview");
    face.setMaxWidth(680);
    this.state = new StatePane(new VBox(face), words);
  }

  Node node() {
    return state.node();
  }

  void show(TableInfo table, QueriedRows preview) {
    boolean kind = !table.kind().listsRows();
    why.setText(words.get(kind ? "browser.rows.by-query" : "browser.rows.unlisted"));
    read.setVisible(preview instanceof QueriedRows.Offered);
    stop.setVisible(preview instanceof QueriedRows.Reading);
    said.setText("");
    switch (preview) {
      case QueriedRows.NotNeeded _, QueriedRows.Read _ -> {}
      case QueriedRows.Pricing _ -> said.setText(words.get("browser.preview.pricing"));
      case QueriedRows.Offered(PreviewSql _, DryRun price, boolean stopped) -> {
        read.setText(
            words.get(
                price.isMeasured() ? "browser.preview.read" : "browser.preview.read-at-most",
                PreviewSql.ROWS,
                prices.amount(price),
                prices.dollars(price)));
        said.setText(prices.offered(price, stopped));
      }
      case QueriedRows.Reading(PreviewSql _, DryRun price) ->
          said.setText(words.get("browser.preview.reading", prices.amount(price)));
      case QueriedRows.NeedsFilter(String column) ->
          said.setText(words.get("browser.preview.needs-filter", column));
      case QueriedRows.NoColumn _ -> said.setText(words.get("browser.preview.no-column"));
      case QueriedRows.Failed failed -> {
        state.failed(failed.why(), controller::onPreviewAgain);
        return;
      }
    }
    state.content();
  }

  /// What is said of rows that a query read.
  String said(QueriedRows.Read read) {
    int untold = read.sql().all() - read.sql().columns().size();
    String rows =
        words.get(
            read.price().isMeasured() ? "browser.preview.rows" : "browser.preview.rows-unmeasured",
            read.rows().size(),
            prices.amount(read.price()),
            prices.dollars(read.price()));
    return untold == 0 ? rows : rows + " " + words.get("browser.preview.left-out", untold);
  }
}
