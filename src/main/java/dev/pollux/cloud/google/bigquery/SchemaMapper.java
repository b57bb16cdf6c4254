package dev.pollux.cloud.google.bigquery;

import com.google.cloud.bigquery.FieldList;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardSQLTypeName;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// BigQuery's schemas, with their legacy type names, as ours.
final class SchemaMapper {
  private SchemaMapper() {}

  static TableSchema of(@Nullable Schema schema) {
    return new TableSchema(schema == null ? List.of() : fields(schema.getFields()));
  }

  private static List<Field> fields(@Nullable FieldList fields) {
    return fields == null ? List.of() : fields.stream().map(SchemaMapper::field).toList();
  }

  private static Field field(com.google.cloud.bigquery.Field field) {
    return new Field(
        field.getName(),
        type(field.getType().getStandardType()),
        field.getMode() == null ? Field.Mode.NULLABLE : Field.Mode.valueOf(field.getMode().name()),
        fields(field.getSubFields()),
        field.getDescription() == null ? "" : field.getDescription());
  }

  static FieldType type(StandardSQLTypeName type) {
    return switch (type) {
      case BOOL -> FieldType.BOOL;
      case INT64 -> FieldType.INT64;
      case FLOAT64 -> FieldType.FLOAT64;
      case NUMERIC -> FieldType.NUMERIC;
      case BIGNUMERIC -> FieldType.BIGNUMERIC;
      case STRING, ARRAY -> FieldType.STRING; // a field is never an ARRAY: that is a mode
      case BYTES -> FieldType.BYTES;
      case STRUCT -> FieldType.STRUCT;
      case TIMESTAMP -> FieldType.TIMESTAMP;
      case DATE -> FieldType.DATE;
      case TIME -> FieldType.TIME;
      case DATETIME -> FieldType.DATETIME;
      case GEOGRAPHY -> FieldType.GEOGRAPHY;
      case JSON -> FieldType.JSON;
      case INTERVAL -> FieldType.INTERVAL;
      case RANGE -> FieldType.RANGE;
    };
  }
}
