package dev.pollux.ui.results.compare;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.RowSet;
import dev.pollux.results.RowSetReader;
import dev.pollux.results.compare.ComparedColumns;
import dev.pollux.results.compare.RowPair;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Rows as the grid shows them: the columns of the source, read as they are needed, then for each
/// column that is compared what both runs have, and whether they differ.
///
/// @param output the table of the first run
record ComparedRows(Rows rows, TableInfo output, List<RowPair> pairs) {
  static final String DIFFERENT = "different";

  /// @throws CloudException when the rows of the source cannot be read
  List<Row> page(long start, int count) throws CloudException {
    List<RowPair> shown = pairs.subList((int) start, (int) Math.min(start + count, pairs.size()));
    BitSet wanted = new BitSet();
    shown.forEach(pair -> wanted.set(Math.toIntExact(pair.row())));
    List<Row> source = new RowSetReader(rows).page(output, new RowSet(wanted), 0, shown.size());
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < Math.min(source.size(), shown.size()); i++) {
      all.add(row(source.get(i), shown.get(i)));
    }
    return all;
  }

  private Row row(Row source, RowPair pair) {
    List<Value> values = new ArrayList<>();
    for (Field field : ComparedColumns.source(output)) {
      values.add(source.values().get(output.schema().fields().indexOf(field)));
    }
    for (int i = 0; i < pair.first().size(); i++) {
      values.add(value(pair.first().get(i)));
      values.add(value(pair.second().get(i)));
      values.add(new Value.Scalar(pair.differs().get(i) ? DIFFERENT : ""));
    }
    values.add(new Value.Scalar(pair.firstOutcome().name()));
    values.add(new Value.Scalar(pair.secondOutcome().name()));
    return new Row(values);
  }

  private static Value value(String text) {
    return text.isEmpty() ? Value.NULL : new Value.Scalar(text);
  }
}
