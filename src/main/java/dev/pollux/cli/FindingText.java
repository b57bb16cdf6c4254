package dev.pollux.cli;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.domain.Finding;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.text.Words;
import java.util.Objects;

/// Findings, fixes and failures in words.
public record FindingText(Words words) {
  /// The sentence of a finding.
  public String say(Finding finding) {
    Object[] args =
        finding.args().stream()
            .map(arg -> arg instanceof Exception failure ? why(failure) : arg)
            .toArray();
    return words.get("prompt." + finding.code(), args);
  }

  /// What a quick fix is called.
  public String label(QuickFix fix) {
    return words.get("wizard.fix." + fix.label(), fix.args().toArray());
  }

  /// Why something failed, what to do, and what the service said.
  public String why(Exception failure) {
    String said = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    if (!(failure instanceof CloudException cloud)) {
      return words.get("feedback.unexpected.why") + " (" + said + ")";
    }
    String reason = cloud.reason().isEmpty() ? said : cloud.reason() + ": " + said;
    String key = Diagnosis.words(cloud);
    Object[] args = Diagnosis.args(cloud).toArray();
    return words.get(key + ".why", args)
        + " "
        + words.get(key + ".next", args)
        + " ("
        + reason
        + ")";
  }
}
