package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.ui.wizard.step.FilledPrompt;
import java.util.List;
import java.util.Optional;

/// What one row of the sample will send.
///
/// @param row its number in the table, from 1; 0 where there is no row to look at
/// @param system the instruction, the same for each row
/// @param request the whole request, JSON; empty while it cannot be made
/// @param skipped whether the row is left out, because a value is NULL that must not be
record Preview(int row, String system, FilledPrompt prompt, String request, boolean skipped) {
  static final Preview NONE = new Preview(0, "", new FilledPrompt(List.of()), "", false);

  /// @param row its number, from 1; the nearest one in the sample is taken
  static Preview of(DraftState state, int row) {
    Optional<TableInfo> table = state.table();
    List<Row> sample = state.asked();
    if (table.isEmpty() || sample.isEmpty()) {
      return NONE;
    }
    int number = Math.clamp(row, 1, sample.size());
    Row values = sample.get(number - 1);
    return state.ownRequests()
        ? own(table.get(), number, values)
        : made(state, table.get(), number, values);
  }

  private static Preview own(TableInfo table, int number, Row values) {
    int column = table.schema().indexOf("request");
    String request =
        column >= 0 && values.values().get(column) instanceof Value.Scalar(String text) ? text : "";
    return new Preview(number, "", new FilledPrompt(List.of()), request, false);
  }

  private static Preview made(DraftState state, TableInfo table, int number, Row values) {
    RequestSpec spec = state.spec();
    FilledPrompt prompt = FilledPrompt.of(spec, table.schema(), values);
    if (spec.template().check(table.schema()).stream().anyMatch(Finding::stops)) {
      return new Preview(number, spec.system(), prompt, "", false);
    }
    RequestRenderer renderer = state.renderer(table.schema());
    return new Preview(
        number, spec.system(), prompt, renderer.json(values), renderer.skips(values));
  }

  boolean hasUnknown() {
    return prompt.parts().stream().anyMatch(FilledPrompt.Part.Unknown.class::isInstance);
  }
}
