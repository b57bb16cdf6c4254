package dev.pollux.ui.browser;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.prompt.rows.PartitionFilter;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.Optional;
import java.util.UUID;

/// Some rows of a table whose rows cannot be listed. What the query would read is asked at once,
/// which is free; it runs when the person says so, and for no more than they were told.
final class QueryPreview {
  private final Queries queries;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final BrowserModel model;
  private final LatestOnly latest = new LatestOnly();

  QueryPreview(Queries queries, Background background, Words words, BrowserModel model) {
    this.queries = queries;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.model = model;
  }

  /// Whether that is how the service refuses to list what a query may see all the same: views, and
  /// tables that hide rows or columns.
  static boolean mayHelp(Exception refusal) {
    return refusal instanceof CloudException.NotAllowed
        || refusal instanceof CloudException.Invalid
        || refusal instanceof CloudException.Broken;
  }

  /// Another table is shown: nobody waits for the rows of this one.
  void forget() {
    latest.cancel();
    model.preview(new QueriedRows.NotNeeded());
  }

  /// Asks what it would read.
  void offer(TableInfo table) {
    Optional<PreviewSql> sql = PreviewSql.of(table, RowChoice.ALL);
    if (sql.isEmpty()) {
      latest.cancel();
      model.preview(
          PartitionFilter.required(table)
              .map(PartitionColumn::name)
              .<QueriedRows>map(QueriedRows.NeedsFilter::new)
              .orElseGet(QueriedRows.NoColumn::new));
      return;
    }
    model.preview(new QueriedRows.Pricing());
    latest.start(
        background
            .task(_ -> queries.dryRun(sql.get().query()))
            .onSuccess(price -> model.preview(new QueriedRows.Offered(sql.get(), price, false)))
            .onFailure(e -> failed(table, e)));
  }

  /// The person agreed to the price.
  void read(TableInfo table) {
    if (!(model.preview().get() instanceof QueriedRows.Offered(PreviewSql sql, var price, var _))) {
      return;
    }
    String id = "pollux_preview_" + UUID.randomUUID().toString().replace('-', '_');
    model.preview(new QueriedRows.Reading(sql, price));
    latest.start(
        background
            .named(
                words.get("browser.preview.task", table.ref().shortName()),
                _ -> queries.run(sql.query(), id, price.ceiling()))
            .onCancelled(() -> model.preview(new QueriedRows.Offered(sql, price, true)))
            .onSuccess(read -> model.preview(new QueriedRows.Read(sql, price, read.rows())))
            .onFailure(e -> failed(table, e)));
  }

  /// The person waits no more.
  void stop() {
    if (model.preview().get() instanceof QueriedRows.Reading(PreviewSql sql, var price)) {
      latest.cancel();
      model.preview(new QueriedRows.Offered(sql, price, true));
    }
  }

  private void failed(TableInfo table, Exception problem) {
    model.preview(
        new QueriedRows.Failed(
            failures.explain(words.get("browser.rows.failed", table.ref().shortName()), problem)));
  }
}
