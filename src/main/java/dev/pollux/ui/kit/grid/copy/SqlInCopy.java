package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.SqlLiteral;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.HashSet;
import java.util.Set;

/// The values of a column as a condition of GoogleSQL, each once. NULL is left out: IN never finds
/// it.
public final class SqlInCopy implements CopyText {
  private final GridColumn column;
  private final Set<String> written = new HashSet<>();

  SqlInCopy(GridColumn column) {
    this.column = column;
  }

  /// Whether the column has values that can stand in such a condition.
  public static boolean takes(GridColumn column) {
    return column.isOrdered();
  }

  @Override
  public String begin() {
    return "IN (";
  }

  @Override
  public String row(Row row) {
    if (!(column.value().apply(row) instanceof Value.Scalar(String text))) {
      return "";
    }
    String literal = SqlLiteral.of(column.field().type(), text);
    boolean first = written.isEmpty();
    return written.add(literal) ? (first ? "" : ", ") + literal : "";
  }

  @Override
  public String end() {
    return (written.isEmpty() ? "NULL" : "") + ")";
  }
}
