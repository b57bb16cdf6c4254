package dev.pollux.testing;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.state.Facts;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step asked of the wizard's frame.
public final class RecordedActions implements StepActions {
  private final Words words;
  public final List<String> told = new ArrayList<>();
  public final List<Facts.Topic> asked = new ArrayList<>();
  public final List<Facts.Topic> stopped = new ArrayList<>();
  public final List<String> copied = new ArrayList<>();
  public final List<QuickFix> applied = new ArrayList<>();

  public RecordedActions(Words words) {
    this.words = words;
  }

  @Override
  public String say(Finding finding) {
    return words.get("prompt." + finding.code(), finding.args().toArray());
  }

  @Override
  public Optional<QuickFix> fix(Finding finding) {
    return Optional.empty();
  }

  @Override
  public String label(QuickFix fix) {
    return words.get("wizard.fix." + fix.label(), fix.args().toArray());
  }

  @Override
  public void apply(QuickFix fix) {
    applied.add(fix);
  }

  @Override
  public void lookAgain(Facts.Topic topic) {
    asked.add(topic);
  }

  @Override
  public void stop(Facts.Topic topic) {
    stopped.add(topic);
  }

  @Override
  public void tell(String text) {
    told.add(text);
  }

  @Override
  public void copy(String text) {
    copied.add(text);
  }
}
