package dev.pollux.cloud.google.bigquery;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.cloud.bigquery.LegacySQLTypeName;
import com.google.cloud.bigquery.StandardSQLTypeName;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The wire's own schema as ours. A column of a type that is newer than this program is a STRUCT
/// without fields: all that is done with one works on values of any type.
final class RawSchema {
  private RawSchema() {}

  static TableSchema of(com.google.api.services.bigquery.model.@Nullable TableSchema schema) {
    return new TableSchema(schema == null ? List.of() : fields(schema.getFields()));
  }

  private static List<Field> fields(@Nullable List<TableFieldSchema> fields) {
    return fields == null ? List.of() : fields.stream().map(RawSchema::field).toList();
  }

  private static Field field(TableFieldSchema field) {
    return new Field(
        field.getName(),
        type(field.getType()),
        mode(field.getMode()),
        fields(field.getFields()),
        field.getDescription() == null ? "" : field.getDescription());
  }

  private static Field.Mode mode(@Nullable String mode) {
    return switch (mode == null ? "" : mode.toUpperCase(Locale.ROOT)) {
      case "REQUIRED" -> Field.Mode.REQUIRED;
      case "REPEATED" -> Field.Mode.REPEATED;
      default -> Field.Mode.NULLABLE;
    };
  }

  private static FieldType type(String name) {
    LegacySQLTypeName known = LegacySQLTypeName.valueOf(name.toUpperCase(Locale.ROOT));
    StandardSQLTypeName standard = known.getStandardType();
    return standard == null ? FieldType.STRUCT : SchemaMapper.type(standard);
  }
}
