package dev.pollux.sandbox.store.query;

import dev.pollux.sandbox.sql.GoogleSql;
import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.catalog.TableGuard;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.catalog.TableMeta;
import dev.pollux.sandbox.store.catalog.TableStore;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.schema.SqlTypes;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What statements see of the tables: a view is its statement, a table with row policies is those
/// rows that the caller may see, and a name that ends in `*` is all tables that begin so.
record VisibleTables(TableStore tables, String project, Optional<DatasetId> dataset)
    implements TableCatalog {
  @Override
  public String defaultProject() {
    return dataset.map(DatasetId::project).orElse(project);
  }

  @Override
  public Optional<String> defaultDataset() {
    return dataset.map(DatasetId::dataset);
  }

  @Override
  public Optional<VisibleTable> table(TablePath path) throws SqlException {
    if (tables.closed(new DatasetId(path.project(), path.dataset()))) {
      throw SqlException.accessDenied(
          "Access Denied: Table %s: User does not have permission to query table %s, or perhaps it does not exist."
              .formatted(path, path));
    }
    if (path.table().endsWith("*")) {
      return wildcard(path);
    }
    Optional<Table> found = tables.find(QueryScope.id(path));
    return found.isEmpty() ? Optional.empty() : Optional.of(visible(found.get(), path));
  }

  private VisibleTable visible(Table table, TablePath path) throws SqlException {
    TableMeta meta = table.kind();
    if (meta.inDrive()) {
      throw SqlException.accessDenied(
          "Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials.");
    }
    List<SqlColumn> columns = table.columns().stream().map(SqlTypes::toSql).toList();
    Optional<String> view = meta.view();
    if (view.isPresent()) {
      Translation.Select inner =
          select(view.get(), new VisibleTables(tables, path.project(), Optional.empty()));
      TableGuard guard = new TableGuard(inner.tables(), Optional.empty(), Map.of(), List.of());
      return new VisibleTable("(" + inner.duckSql() + ")", inner.columns(), guard);
    }
    TableGuard guard = new TableGuard(Set.of(), meta.mustFilter(), meta.policyTags(), List.of());
    String rows = meta.rowPolicies().isEmpty() ? table.physical() : allowed(table, path, columns);
    return new VisibleTable(rows, columns, guard);
  }

  /// Policies let rows through that one of the caller's own allows
  /// (https://cloud.google.com/bigquery/docs/row-level-security-intro).
  private static String allowed(Table table, TablePath path, List<SqlColumn> columns)
      throws SqlException {
    String filter =
        table.kind().rowPolicies().stream()
            .filter(TableMeta.RowPolicy::granted)
            .map(policy -> "(" + policy.filter() + ")")
            .collect(Collectors.joining(" OR "));
    Translation.Select some =
        select(
            "SELECT * FROM t WHERE " + (filter.isEmpty() ? "FALSE" : filter),
            new OneTable(path, new VisibleTable(table.physical(), columns)));
    return "(" + some.duckSql() + ")";
  }

  private static Translation.Select select(String sql, TableCatalog catalog) throws SqlException {
    if (GoogleSql.translate(sql, Parameters.none(), catalog) instanceof Translation.Select select) {
      return select;
    }
    throw SqlException.invalid("A view's statement is no query");
  }

  /// The columns are those of the newest
  /// (https://cloud.google.com/bigquery/docs/querying-wildcard-tables#schema_used_for_query_evaluation).
  private Optional<VisibleTable> wildcard(TablePath path) throws SqlException {
    List<Table> all = tables.beginning(path);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    for (Table table : all) {
      if (table.kind().type().endsWith("VIEW")) {
        throw SqlException.invalid(
            "Views cannot be queried through prefix. First view " + table.id() + ".");
      }
    }
    Table newest = all.stream().max(Comparator.comparingLong(Table::number)).orElseThrow();
    int prefix = path.table().length() - 1;
    Set<TablePath> behind = new LinkedHashSet<>();
    String union =
        all.stream()
            .map(table -> {
              behind.add(new TablePath(path.project(), path.dataset(), table.id().table()));
              return part(table, newest, table.id().table().substring(prefix));
            })
            .collect(Collectors.joining(" UNION ALL "));
    return Optional.of(
        new VisibleTable(
            "(" + union + ")",
            newest.columns().stream().map(SqlTypes::toSql).toList(),
            new TableGuard(
                behind,
                Optional.empty(),
                Map.of(),
                List.of(new SqlColumn("_TABLE_SUFFIX", SqlType.Scalar.STRING)))));
  }

  private static String part(Table table, Table newest, String suffix) {
    return newest.columns().stream()
        .map(column ->
            table.column(column.name()).isPresent()
                ? Quoting.quote(column.name())
                : "CAST(NULL AS " + column.duck() + ") AS " + Quoting.quote(column.name()))
        .collect(
            Collectors.joining(
                ", ",
                "SELECT ",
                ", '"
                    + suffix.replace("'", "''")
                    + "' AS \"_TABLE_SUFFIX\" FROM "
                    + table.physical()));
  }

  /// One table, whatever it is called.
  private record OneTable(TablePath path, VisibleTable table) implements TableCatalog {
    @Override
    public String defaultProject() {
      return path.project();
    }

    @Override
    public Optional<String> defaultDataset() {
      return Optional.of(path.dataset());
    }

    @Override
    public Optional<VisibleTable> table(TablePath asked) {
      return Optional.of(table);
    }
  }
}
