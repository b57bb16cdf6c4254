package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.store.ColumnDef;
import dev.pollux.sandbox.store.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows as the wire has them: `{"f":[{"v":…}]}`, every scalar a string, REPEATED a list of
/// `{"v":…}`.
record CellJson(List<ColumnDef> columns, Timestamps timestamps) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// How a TIMESTAMP is written.
  enum Timestamps {
    /// Seconds since 1970 with a fraction: what Google's Java client asks for.
    FLOAT,
    /// Microseconds since 1970.
    INT64,
    /// `2024-01-01T00:00:00Z`
    ISO8601
  }

  ArrayNode rows(List<JsonNode[]> rows) {
    ArrayNode list = NODES.arrayNode(rows.size());
    rows.forEach(row -> list.add(row(row)));
    return list;
  }

  private ObjectNode row(JsonNode[] cells) {
    ObjectNode row = NODES.objectNode();
    ArrayNode fields = row.putArray("f");
    for (int i = 0; i < cells.length; i++) {
      fields.addObject().set("v", value(columns.get(i), cells[i]));
    }
    return row;
  }

  private JsonNode value(ColumnDef column, JsonNode cell) {
    if (!column.repeated()) {
      return item(column, cell);
    }
    ArrayNode list = NODES.arrayNode();
    cell.forEach(element -> list.addObject().set("v", item(column, element)));
    return list;
  }

  private JsonNode item(ColumnDef column, JsonNode cell) {
    if (cell.isNull()) {
      return cell;
    }
    if (column.type() == ColumnType.TIMESTAMP) {
      return NODES.stringNode(timestamp(cell.asString("0")));
    }
    if (column.type() != ColumnType.RECORD) {
      return cell;
    }
    ObjectNode record = NODES.objectNode();
    ArrayNode fields = record.putArray("f");
    for (ColumnDef field : column.fields()) {
      fields.addObject().set("v", value(field, cell.path(field.name())));
    }
    return record;
  }

  private String timestamp(String micros) {
    return switch (timestamps) {
      case FLOAT -> new BigDecimal(micros).movePointLeft(6).setScale(6).toPlainString();
      case INT64 -> micros;
      case ISO8601 -> {
        long value = Long.parseLong(micros);
        yield java.time.Instant.ofEpochSecond(
                Math.floorDiv(value, 1_000_000L), Math.floorMod(value, 1_000_000L) * 1000)
            .toString();
      }
    };
  }
}
