package dev.pollux.sandbox.store.query;

import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.Translation.Existing;
import dev.pollux.sandbox.sql.catalog.TableOptions;
import dev.pollux.sandbox.store.catalog.Datasets;
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
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.schema.ArrayNulls;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.SqlTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Statements that make and drop tables and datasets.
final class Ddl {
  private final Database database;
  private final Writer writer;
  private final Datasets datasets;
  private final TableStore tables;

  Ddl(Database database, Writer writer, Datasets datasets, TableStore tables) {
    this.database = database;
    this.writer = writer;
    this.datasets = datasets;
    this.tables = tables;
  }

  StatementResult createAs(Translation.CreateTableAs create, CancelHandle running) {
    TableId id = QueryScope.id(create.target());
    tables.needWritable(id);
    Optional<Table> old = tables.find(id);
    String type = "CREATE_TABLE_AS_SELECT";
    if (old.isPresent() && create.existing() == Existing.KEEP) {
      return StatementResult.ddl(type, Optional.of(id), "SKIP");
    }
    ObjectNode meta = meta(create.options());
    Instant expires = expires(create.options());
    Write write = create.existing() == Existing.REPLACE ? Write.TRUNCATE : Write.NEW;
    List<ColumnDef> columns = SqlTypes.fromSql(create.select().columns());
    writer.write(
        new WriteTarget(id, write, Create.IF_NEEDED, Optional.ofNullable(expires)),
        columns,
        ArrayNulls.refused(columns, create.select().duckSql()),
        running,
        (c, table) -> tables.describe(c, table, meta, expires));
    return StatementResult.ddl(type, Optional.of(id), old.isPresent() ? "REPLACE" : "CREATE");
  }

  StatementResult create(Translation.CreateTable create) {
    TableId id = QueryScope.id(create.target());
    boolean there = tables.find(id).isPresent();
    if (there && create.existing() == Existing.KEEP) {
      return StatementResult.ddl("CREATE_TABLE", Optional.of(id), "SKIP");
    }
    if (there && create.existing() == Existing.REPLACE) {
      tables.delete(id);
    }
    List<ColumnDef> columns = new ArrayList<>();
    for (Translation.Definition definition : create.columns()) {
      ColumnDef column = SqlTypes.fromSql(definition.column(), columns.size() + 1);
      columns.add(
          new ColumnDef(
              column.name(),
              column.type(),
              definition.required() ? ColumnDef.ColumnMode.REQUIRED : column.mode(),
              definition.description(),
              column.fields(),
              column.element()));
    }
    tables.insert(id, columns, meta(create.options()), expires(create.options()));
    return StatementResult.ddl("CREATE_TABLE", Optional.of(id), there ? "REPLACE" : "CREATE");
  }

  StatementResult drop(Translation.DropTable drop) {
    TableId id = QueryScope.id(drop.target());
    if (drop.ifExists() && tables.find(id).isEmpty()) {
      return StatementResult.ddl("DROP_TABLE", Optional.of(id), "SKIP");
    }
    tables.delete(id);
    return StatementResult.ddl("DROP_TABLE", Optional.of(id), "DROP");
  }

  StatementResult createSchema(Translation.CreateSchema create) {
    DatasetId id = new DatasetId(create.project(), create.dataset());
    if (create.ifNotExists() && datasets.find(id).isPresent()) {
      return StatementResult.ddl("CREATE_SCHEMA", Optional.empty(), "SKIP");
    }
    datasets.insert(id, create.options().location().orElse("US"), meta(create.options()));
    return StatementResult.ddl("CREATE_SCHEMA", Optional.empty(), "CREATE");
  }

  StatementResult dropSchema(Translation.DropSchema drop) {
    DatasetId id = new DatasetId(drop.project(), drop.dataset());
    if (drop.ifExists() && datasets.find(id).isEmpty()) {
      return StatementResult.ddl("DROP_SCHEMA", Optional.empty(), "SKIP");
    }
    datasets.delete(id, drop.cascade());
    return StatementResult.ddl("DROP_SCHEMA", Optional.empty(), "DROP");
  }

  private @Nullable Instant expires(TableOptions options) {
    return options
        .expiration()
        .map(expression ->
            Instant.ofEpochMilli(
                database.read(c -> Sql.number(c, "SELECT epoch_ms(" + expression + ")"))))
        .orElse(null);
  }

  private static ObjectNode meta(TableOptions options) {
    ObjectNode meta = JsonNodeFactory.instance.objectNode();
    options.description().ifPresent(text -> meta.put("description", text));
    options.friendlyName().ifPresent(text -> meta.put("friendlyName", text));
    if (!options.labels().isEmpty()) {
      ObjectNode labels = meta.putObject("labels");
      options.labels().forEach(labels::put);
    }
    if (!options.clustering().isEmpty()) {
      var fields = meta.putObject("clustering").putArray("fields");
      options.clustering().forEach(fields::add);
    }
    options
        .partition()
        .ifPresent(by -> {
          ObjectNode time = meta.putObject("timePartitioning").put("type", by.unit());
          by.column().ifPresent(column -> time.put("field", column));
        });
    return meta;
  }
}
