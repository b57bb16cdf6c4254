package dev.pollux.draft.check;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.state.Facts;
import java.util.List;
import java.util.function.UnaryOperator;

/// What one click, or one word on the command line, does about a finding; as data, so that it can
/// be shown, tested and done anywhere. `label` is the key of its words, below `wizard.fix.`; `args`
/// fill their places.
public sealed interface QuickFix {
  String label();

  List<Object> args();

  /// Another draft.
  record Edit(String label, List<Object> args, UnaryOperator<Draft> change) implements QuickFix {}

  /// A command or a statement that somebody runs elsewhere.
  record Copy(String label, List<Object> args, String text) implements QuickFix {}

  /// A new dataset, which is then chosen.
  record MakeDataset(String label, List<Object> args, DatasetRef dataset, Location location)
      implements QuickFix {}

  /// The question is asked once more.
  record LookAgain(String label, List<Object> args, Facts.Topic topic) implements QuickFix {}
}
