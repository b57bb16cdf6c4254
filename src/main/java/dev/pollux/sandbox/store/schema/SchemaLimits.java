package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How wide and how deep a schema may be, and how its fields are named
/// ([quotas](https://cloud.google.com/bigquery/quotas)).
public final class SchemaLimits {
  private static final int MOST_FIELDS = 10_000;
  private static final int DEEPEST = 15;

  /// Flexible column names ([list](https://cloud.google.com/bigquery/docs/schemas#column_names)).
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}&%=+:'<>#|]{1,300}");

  private static final List<String> RESERVED =
      List.of("_TABLE_", "_FILE_", "_PARTITION", "_ROW_TIMESTAMP", "__ROOT__", "_COLIDENTIFIER");

  private SchemaLimits() {}

  /// @throws StoreFailure if a table cannot have these columns
  public static void check(List<ColumnDef> columns) {
    long leaves = leaves(columns, 1);
    if (leaves > MOST_FIELDS) {
      throw new StoreFailure(
          Kind.INVALID,
          "Too many total leaf fields: " + leaves + ", max allowed field count: " + MOST_FIELDS);
    }
  }

  private static void name(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()
        || name.isBlank()
        || RESERVED.stream().anyMatch(upper::startsWith)) {
      throw new StoreFailure(
          Kind.INVALID,
          "Invalid field name \""
              + name
              + "\". Fields must contain the allowed characters, and be at most 300 characters"
              + " long.");
    }
  }

  private static long leaves(List<ColumnDef> fields, int level) {
    if (level > DEEPEST + 1) {
      throw new StoreFailure(
          Kind.INVALID, "Record fields are nested too deeply: at most " + DEEPEST + " levels");
    }
    long leaves = 0;
    for (ColumnDef field : fields) {
      name(field.name());
      leaves += field.type() == ColumnType.RECORD ? leaves(field.fields(), level + 1) : 1;
    }
    return leaves;
  }
}
