package dev.pollux.draft.state;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.prompt.rows.PartitionFilter;
import dev.pollux.prompt.rows.RowFilter;
import java.util.ArrayList;
import java.util.List;

/// Whether a table has the columns that a draft names, so that requests can be made of its rows.
public final class ColumnChecks {
  private ColumnChecks() {}

  /// Whether requests can be made of the table at all, so that rows can be counted and rendered.
  public static boolean askable(DraftState state, TableInfo table) {
    return state.ownRequests()
        ? SourceCheck.hasRequestColumn(table.schema())
        : of(state, table).stream().noneMatch(Finding::stops);
  }

  /// What is wrong with the columns that prompt, files and conditions name.
  public static List<Finding> of(DraftState state, TableInfo table) {
    List<Finding> found = new ArrayList<>(state.spec().template().check(table.schema()));
    FilePart.columns(state.spec().files()).stream()
        .flatMap(column -> ColumnNames.check(column, table.schema()).stream())
        .forEach(found::add);
    found.addAll(RowFilter.check(state.draft().rows(), table.conditionColumns()));
    found.addAll(PartitionFilter.check(table, state.draft().rows()));
    return found;
  }
}
