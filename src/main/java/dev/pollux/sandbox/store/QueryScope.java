package dev.pollux.sandbox.store;

import dev.pollux.sandbox.sql.TableCatalog;
import dev.pollux.sandbox.sql.TablePath;
import dev.pollux.sandbox.store.TableId.DatasetId;
import java.util.Optional;

/// What a statement's names mean: the project of the job, and its default dataset.
public record QueryScope(String project, Optional<DatasetId> dataset) {

  TableCatalog over(TableStore tables) {
    return new TableCatalog() {
      @Override
      public String defaultProject() {
        return dataset.map(DatasetId::project).orElse(project);
      }

      @Override
      public Optional<String> defaultDataset() {
        return dataset.map(DatasetId::dataset);
      }

      @Override
      public Optional<TableCatalog.VisibleTable> table(TablePath path) {
        return tables
            .find(id(path))
            .map(table ->
                new TableCatalog.VisibleTable(
                    table.physical(), table.columns().stream().map(SqlTypes::toSql).toList()));
      }
    };
  }

  static TableId id(TablePath path) {
    return new TableId(path.project(), path.dataset(), path.table());
  }
}
