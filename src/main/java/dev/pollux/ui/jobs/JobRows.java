package dev.pollux.ui.jobs;

import dev.pollux.ui.jobs.state.JobRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of the list, as a table shows them. A row that stays keeps its place, and a selection
/// on it; only what changed is set. Where that is much, all of it is set at once: whoever shows
/// rows looks through all of them at each change.
final class JobRows {
  /// So many rows are set one by one; more at once.
  private static final int MANY = 20;

  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  // Held here because an unmodifiable list listens to its source weakly: if only callers held it,
  // it would be collected while they still wait for changes.
  private final ObservableList<JobRow> readable = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();

  ObservableList<JobRow> all() {
    return readable;
  }

  /// True while rows change of which a table selects one that nobody chose.
  ReadOnlyBooleanProperty replacing() {
    return replacing.getReadOnlyProperty();
  }

  /// Shows other rows from now on.
  ///
  /// @param hides whether the selected row goes, and not because its job is gone
  void show(List<JobRow> next, boolean hides) {
    if (news(next) > MANY) {
      replacing.set(true);
      rows.setAll(next);
      replacing.set(false);
      return;
    }
    Set<String> keys = next.stream().map(JobRow::key).collect(Collectors.toSet());
    replacing.set(hides);
    rows.removeIf(row -> !keys.contains(row.key()));
    replacing.set(false);
    Set<String> there = rows.stream().map(JobRow::key).collect(Collectors.toSet());
    for (int i = 0; i < next.size(); i++) {
      JobRow row = next.get(i);
      if (i < rows.size() && rows.get(i).key().equals(row.key())) {
        if (!rows.get(i).equals(row)) {
          rows.set(i, row);
        }
      } else if (there.contains(row.key())) {
        rows.setAll(next); // another order was asked for
        return;
      } else {
        rows.add(i, row);
      }
    }
  }

  /// How many rows are to be set or added.
  private long news(List<JobRow> next) {
    Set<JobRow> same = new HashSet<>(rows);
    return next.stream().filter(row -> !same.contains(row)).count();
  }
}
