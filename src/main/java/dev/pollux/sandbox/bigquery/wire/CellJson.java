package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.JsonNodeFactory;

/// Rows as the wire has them: `{"f":[{"v":…}]}`, every scalar a string, REPEATED a list of
/// `{"v":…}`.
public record CellJson(List<ColumnDef> columns, Timestamps timestamps) {
  /// How a TIMESTAMP is written.
  public enum Timestamps {
    /// Seconds since 1970 with a fraction: what Google's Java client asks for.
    FLOAT,
    /// Microseconds since 1970.
    INT64,
    /// `2024-01-01T00:00:00Z`
    ISO8601
  }

  /// The rows as a member of an answer, written when it is: a tree of a page would be many times as
  /// large as the page.
  public JsonNode rows(List<JsonNode[]> rows) {
    return JsonNodeFactory.instance.pojoNode(new Written(this, rows));
  }

  private record Written(CellJson cells, List<JsonNode[]> rows) implements JacksonSerializable {
    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
      out.writeStartArray();
      rows.forEach(row -> cells.write(row, out));
      out.writeEndArray();
    }

    @Override
    public void serializeWithType(
        JsonGenerator out, SerializationContext context, TypeSerializer types) {
      serialize(out, context);
    }
  }

  private void write(JsonNode[] cells, JsonGenerator out) {
    out.writeStartObject();
    out.writeArrayPropertyStart("f");
    for (int i = 0; i < cells.length; i++) {
      cell(columns.get(i), columns.get(i).repeated(), cells[i], out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void cell(ColumnDef column, boolean list, JsonNode cell, JsonGenerator out) {
    out.writeStartObject();
    out.writeName("v");
    if (list) {
      out.writeStartArray();
      cell.forEach(element -> cell(column, false, element, out));
      out.writeEndArray();
    } else if (cell.isNull()) {
      out.writeNull();
    } else if (column.type() == ColumnType.RECORD) {
      out.writeStartObject();
      out.writeArrayPropertyStart("f");
      for (ColumnDef field : column.fields()) {
        cell(field, field.repeated(), cell.path(field.name()), out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } else if (column.type() == ColumnType.TIMESTAMP) {
      out.writeString(timestamp(cell.asString("0")));
    } else {
      if (cell.isString()) {
        out.writeString(cell.stringValue());
      } else {
        out.writePOJO(cell);
      }
    }
    out.writeEndObject();
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
