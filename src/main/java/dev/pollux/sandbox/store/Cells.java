package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads cells that [CellSql] selected, into trees: a string per scalar (a TIMESTAMP in
/// microseconds), an array per REPEATED, an object per RECORD, null per NULL. A NULL array is an
/// empty one.
final class Cells {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Cells() {}

  static JsonNode[] row(ResultSet row, List<ColumnDef> columns) throws SQLException {
    JsonNode[] cells = new JsonNode[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      ColumnDef column = columns.get(i);
      String text = row.getString(i + 1);
      if (column.repeated() || column.type() == ColumnType.RECORD) {
        JsonNode tree = text == null ? NODES.nullNode() : MAPPER.readTree(text);
        cells[i] = value(column, tree);
      } else {
        cells[i] =
            text == null ? NODES.nullNode() : NODES.stringNode(canonical(column.type(), text));
      }
    }
    return cells;
  }

  private static JsonNode value(ColumnDef column, JsonNode tree) {
    if (!column.repeated()) {
      return item(column, tree);
    }
    ArrayNode list = NODES.arrayNode();
    for (JsonNode element : tree) {
      list.add(item(column, element));
    }
    return list;
  }

  private static JsonNode item(ColumnDef column, JsonNode tree) {
    if (tree.isNull()) {
      return tree;
    }
    if (column.type() != ColumnType.RECORD) {
      return NODES.stringNode(canonical(column.type(), tree.asString("")));
    }
    ObjectNode record = NODES.objectNode();
    for (ColumnDef field : column.fields()) {
      record.set(field.name(), value(field, tree.path(field.name())));
    }
    return record;
  }

  private static String canonical(ColumnType type, String text) {
    return switch (type) {
      case FLOAT ->
          switch (text) {
            case "nan", "-nan" -> "NaN";
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            default -> text;
          };
      case NUMERIC -> {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        yield number.toPlainString();
      }
      case DATETIME -> text.endsWith(".000000") ? text.substring(0, text.length() - 7) : text;
      case STRING,
          BYTES,
          INTEGER,
          BIGNUMERIC,
          BOOLEAN,
          TIMESTAMP,
          DATE,
          TIME,
          INTERVAL,
          GEOGRAPHY,
          JSON,
          RANGE,
          RECORD ->
          text;
    };
  }
}
