package dev.pollux.ui.results.compare;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.compare.ComparedColumns;
import dev.pollux.results.export.FileExport;
import dev.pollux.results.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/// Rows of two runs as a file has them: the columns of the source, then for each column that is
/// compared what both runs have, as text, then what became of the row in each.
///
/// @param compared the columns of the answers
/// @param read hears how many rows are in the file so far
record ComparedFile(ComparedRows rows, List<Field> compared, LongConsumer read)
    implements FileExport.Filling {
  private static final int PAGE = 1_000;

  List<Field> columns() {
    List<Field> all = new ArrayList<>(ComparedColumns.source(rows.output()));
    for (Field field : compared) {
      String name = field.name().isEmpty() ? "answer" : field.name();
      add(all, name + "_a");
      add(all, name + "_b");
    }
    add(all, "outcome_a");
    add(all, "outcome_b");
    return all;
  }

  private static void add(List<Field> all, String name) {
    String free = name;
    while (new TableSchema(all).indexOf(free) >= 0) {
      free = "answer_" + free;
    }
    all.add(Field.of(free, FieldType.STRING));
  }

  @Override
  public void into(FileExport.RowTaker file) throws CloudException, InterruptedException {
    for (int start = 0; start < rows.pairs().size(); start += PAGE) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<Row> page = rows.page(start, PAGE);
      page.forEach(row -> file.add(values(row.values())));
      read.accept(start + (long) page.size());
    }
  }

  /// Each third of the compared ones says whether they differ, which a file shows by itself.
  private List<Value> values(List<Value> shown) {
    int source = ComparedColumns.source(rows.output()).size();
    List<Value> all = new ArrayList<>(shown.subList(0, source));
    for (int i = 0; i < compared.size(); i++) {
      all.addAll(shown.subList(source + 3 * i, source + 3 * i + 2));
    }
    for (Value outcome : shown.subList(source + 3 * compared.size(), shown.size())) {
      all.add(
          outcome instanceof Value.Scalar(String kind)
              ? new Value.Scalar(OutcomeKind.valueOf(kind).name().toLowerCase(Locale.ROOT))
              : outcome);
    }
    return all;
  }
}
