package dev.pollux.cloud.google;

import com.google.cloud.bigquery.FieldValue;
import com.google.cloud.bigquery.FieldValueList;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A row of the wire (`{"f":[{"v":…}]}`) as Google's client has it: what it makes of one itself is
/// not public.
final class RawCells {
  private RawCells() {}

  static FieldValueList of(JsonNode row) {
    JsonNode cells = row.path("f");
    List<FieldValue> values = new ArrayList<>(cells.size());
    for (JsonNode cell : cells) {
      values.add(value(cell.path("v")));
    }
    return FieldValueList.of(values);
  }

  private static FieldValue value(JsonNode value) {
    if (value.isArray()) {
      List<FieldValue> elements = new ArrayList<>(value.size());
      value.forEach(element -> elements.add(value(element.path("v"))));
      return FieldValue.of(FieldValue.Attribute.REPEATED, FieldValueList.of(elements));
    }
    if (value.isObject()) {
      return FieldValue.of(FieldValue.Attribute.RECORD, of(value));
    }
    return FieldValue.of(
        FieldValue.Attribute.PRIMITIVE,
        value.isNull() || value.isMissingNode() ? null : value.asString());
  }
}
