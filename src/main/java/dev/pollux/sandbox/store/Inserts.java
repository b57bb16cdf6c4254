package dev.pollux.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Adds a few rows to a table at once.
public final class Inserts {
  /// A row that does not fit.
  public record Refusal(int index, String field, String message) {}

  private final Database database;
  private final CatalogTables catalogue;
  private final Projects projects;

  Inserts(Database database, CatalogTables catalogue, Projects projects) {
    this.database = database;
    this.catalogue = catalogue;
    this.projects = projects;
  }

  /// Adds the rows that fit; none of them if one does not and bad rows are not to be passed over.
  ///
  /// @return the rows that do not fit
  public List<Refusal> insert(
      TableId id, List<JsonNode> rows, boolean ignoreUnknown, boolean skipInvalid) {
    projects.needWritable(id.project(), "Table " + id, "bigquery.tables.updateData");
    return database.write(c -> {
      Table table = catalogue.need(c, id);
      RowShape shape = new RowShape(table.columns(), ignoreUnknown);
      ArrayNode fitted = JsonNodeFactory.instance.arrayNode();
      List<Refusal> refusals = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        try {
          fitted.add(shape.fit(rows.get(i)));
        } catch (BadRow e) {
          refusals.add(new Refusal(i, e.field(), e.text()));
        }
      }
      if (!fitted.isEmpty() && (refusals.isEmpty() || skipInvalid)) {
        Sql.update(
            c,
            "INSERT INTO "
                + table.physical()
                + " ("
                + Writer.names(table.columns())
                + ") SELECT "
                + JsonSql.select(table.columns(), "j")
                + " FROM (SELECT unnest(CAST(CAST(? AS JSON) AS JSON[])) AS j)",
            fitted.toString());
        catalogue.update(c, table);
      }
      return refusals;
    });
  }
}
