package dev.pollux.sandbox.store.query;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.catalog.TableStore;
import java.util.Optional;

/// What a statement's names mean: the project of the job, and its default dataset.
public record QueryScope(String project, Optional<DatasetId> dataset) {

  TableCatalog over(TableStore tables) {
    return new VisibleTables(tables, project, dataset);
  }

  static TableId id(TablePath path) {
    return new TableId(path.project(), path.dataset(), path.table());
  }
}
