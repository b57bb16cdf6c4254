package dev.pollux.sandbox.store.query;

import dev.pollux.sandbox.sql.GoogleSql;
import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.store.catalog.CatalogTables;
import dev.pollux.sandbox.store.catalog.Datasets;
import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.catalog.TableStore;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.catalog.WriteTarget.Create;
import dev.pollux.sandbox.store.catalog.WriteTarget.Write;
import dev.pollux.sandbox.store.catalog.Writer;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.DuckErrors;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ArrayNulls;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/// Runs statements of GoogleSQL.
public final class QueryRunner {
  private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);
  private final Database database;
  private final CatalogTables catalogue;
  private final Writer writer;
  private final Projects projects;
  private final TableStore tables;
  private final Ddl ddl;

  /// Over the tables of a database.
  public QueryRunner(
      Database database,
      CatalogTables catalogue,
      Writer writer,
      Projects projects,
      Datasets datasets,
      TableStore tables) {
    this.database = database;
    this.catalogue = catalogue;
    this.writer = writer;
    this.projects = projects;
    this.tables = tables;
    ddl = new Ddl(database, writer, datasets, tables);
  }

  /// Checks a statement and makes it ready.
  ///
  /// @throws StoreFailure if BigQuery would refuse it, or it is outside of the sandbox's subset
  public Translation translate(String sql, Parameters parameters, QueryScope scope) {
    return database.onBigStack(() -> translated(sql, parameters, scope));
  }

  private Translation translated(String sql, Parameters parameters, QueryScope scope) {
    try {
      return GoogleSql.translate(sql, parameters, scope.over(tables));
    } catch (SqlException e) {
      throw new StoreFailure(
          switch (e.reason()) {
            case INVALID_QUERY -> Kind.INVALID_QUERY;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case ACCESS_DENIED -> Kind.ACCESS_DENIED;
            case NOT_IMPLEMENTED -> Kind.NOT_IMPLEMENTED;
            case TOO_COMPLEX -> Kind.TOO_COMPLEX;
          },
          e.text(),
          e);
    }
  }

  /// The datasets that a statement reads or writes.
  public List<DatasetId> datasets(Translation statement) {
    TreeSet<String> seen = new TreeSet<>();
    List<DatasetId> list = new ArrayList<>();
    List<TablePath> paths = new ArrayList<>(statement.tables());
    switch (statement) {
      case Translation.CreateTableAs create -> paths.add(create.target());
      case Translation.CreateTable create -> paths.add(create.target());
      case Translation.Insert insert -> paths.add(insert.target());
      case Translation.DropTable drop -> paths.add(drop.target());
      case Translation.DropSchema drop ->
          paths.add(new TablePath(drop.project(), drop.dataset(), ""));
      case Translation.Select _, Translation.CreateSchema _ -> {}
    }
    for (TablePath path : paths) {
      DatasetId id = new DatasetId(path.project(), path.dataset());
      if (seen.add(id.toString())) {
        list.add(id);
      }
    }
    return list;
  }

  /// The logical bytes of the tables that a statement reads, whole: never less than what the
  /// service would count, which leaves out columns that are not named.
  public long bytes(Translation statement) {
    long bytes = 0;
    for (TablePath path : statement.tables()) {
      // Of a wildcard and of a view, what is behind them counts.
      bytes += tables.find(QueryScope.id(path)).map(tables::bytes).orElse(0L);
    }
    return bytes;
  }

  /// What can be said before it runs: of files behind external tables the service knows no size,
  /// and counts 0 (https://docs.cloud.google.com/bigquery/docs/external-tables#limitations).
  public long knownBytes(Translation statement) {
    return readsFiles(statement)
        ? statement.tables().stream()
            .map(path -> tables.find(QueryScope.id(path)))
            .flatMap(Optional::stream)
            .filter(table -> !table.kind().isExternal())
            .mapToLong(tables::bytes)
            .sum()
        : bytes(statement);
  }

  /// Whether it reads an external table.
  public boolean readsFiles(Translation statement) {
    return statement.tables().stream()
        .map(path -> tables.find(QueryScope.id(path)))
        .flatMap(Optional::stream)
        .anyMatch(table -> table.kind().isExternal());
  }

  /// The type of a statement, as in `statistics.query.statementType`.
  public static String type(Translation statement) {
    return switch (statement) {
      case Translation.Select _ -> "SELECT";
      case Translation.CreateTableAs _ -> "CREATE_TABLE_AS_SELECT";
      case Translation.CreateTable _ -> "CREATE_TABLE";
      case Translation.Insert _ -> "INSERT";
      case Translation.DropTable _ -> "DROP_TABLE";
      case Translation.CreateSchema _ -> "CREATE_SCHEMA";
      case Translation.DropSchema _ -> "DROP_SCHEMA";
    };
  }

  /// The columns of a statement's result; none if it has no result.
  public static List<ColumnDef> columns(Translation statement) {
    return switch (statement) {
      case Translation.Select select -> SqlTypes.fromSql(select.columns());
      case Translation.CreateTableAs create -> SqlTypes.fromSql(create.select().columns());
      case Translation.CreateTable _,
          Translation.Insert _,
          Translation.DropTable _,
          Translation.CreateSchema _,
          Translation.DropSchema _ ->
          List.of();
    };
  }

  /// Runs a statement to its end.
  ///
  /// @param result where the rows of a SELECT go
  public StatementResult run(Translation statement, WriteTarget result, CancelHandle running) {
    try {
      return switch (statement) {
        case Translation.Select select -> {
          List<ColumnDef> columns = SqlTypes.fromSql(select.columns());
          long rows =
              writer.write(
                  result,
                  columns,
                  ArrayNulls.refused(columns, select.duckSql()),
                  running,
                  (_, _) -> {});
          yield StatementResult.select(columns, rows);
        }
        case Translation.CreateTableAs create -> ddl.createAs(create, running);
        case Translation.CreateTable create -> ddl.create(create);
        case Translation.DropTable drop -> ddl.drop(drop);
        case Translation.CreateSchema create -> ddl.createSchema(create);
        case Translation.DropSchema drop -> ddl.dropSchema(drop);
        case Translation.Insert insert -> insert(insert, running);
      };
    } catch (StoreFailure e) {
      if (e.kind() != Kind.INTERNAL) {
        throw e;
      }
      LOG.warn("The engine refused a statement", e);
      throw new StoreFailure(Kind.NOT_IMPLEMENTED, DuckErrors.unserved(e), e);
    }
  }

  private StatementResult insert(Translation.Insert insert, CancelHandle running) {
    TableId id = QueryScope.id(insert.target());
    projects.needWritable(id.project(), "Table " + id, "bigquery.tables.updateData");
    Table table = tables.need(id);
    List<ColumnDef> columns =
        insert.columns().stream()
            .map(name ->
                table
                    .column(name)
                    .orElseThrow(() ->
                        new StoreFailure(
                            Kind.INVALID_QUERY,
                            "Column " + name + " is not present in table " + id)))
            .toList();
    long rows =
        writer.write(
            new WriteTarget(id, Write.APPEND, Create.NEVER, Optional.empty()),
            columns,
            ArrayNulls.refused(columns, insert.select().duckSql()),
            running,
            (_, _) -> {});
    return StatementResult.dml("INSERT", id, rows);
  }

  /// The hidden dataset for results that nobody named, made if needed.
  public DatasetId anonymous(String project, String location) {
    DatasetId id =
        new DatasetId(
            project, "_results_" + location.toLowerCase(java.util.Locale.ROOT).replace('-', '_'));
    boolean ready =
        database.read(c -> catalogue.dataset(c, id).isPresent() && !catalogue.hasExpired(c));
    if (ready) {
      return id;
    }
    database.write(c -> {
      catalogue.purgeExpired(c);
      if (catalogue.dataset(c, id).isEmpty()) {
        catalogue.insert(
            c, id, Datasets.canonical(location), JsonNodeFactory.instance.objectNode());
      }
      return true;
    });
    return id;
  }
}
