package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.List;

/// Findings and quick fixes in the language of the window. An exception among the arguments of a
/// finding is said as every failure is.
record Wording(Words words) {
  String say(Finding finding) {
    List<Object> said = finding.args().stream().map(this::argument).toList();
    return words.get("prompt." + finding.code(), said.toArray());
  }

  private Object argument(Object argument) {
    return argument instanceof Exception problem
        ? new FailureWords(words).explain("", problem).sentence().strip()
        : argument;
  }

  String label(QuickFix fix) {
    return words.get("wizard.fix." + fix.label(), fix.args().toArray());
  }
}
