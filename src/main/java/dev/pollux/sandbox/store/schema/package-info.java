/// Columns and their types: as BigQuery declares them ([ColumnDef], [TableSchemaJson]), as DuckDB
/// keeps them and as the SQL names them, with what is allowed of them.
@NullMarked
package dev.pollux.sandbox.store.schema;

import org.jspecify.annotations.NullMarked;
