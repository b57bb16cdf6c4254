package dev.pollux.ui.wizard.step;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.state.Facts;
import java.util.Optional;

/// What the frame of the wizard does for its steps.
public interface StepActions {
  /// A finding in words, in the language of the window.
  String say(Finding finding);

  /// The quick fix for a finding of the draft as it is now.
  Optional<QuickFix> fix(Finding finding);

  String label(QuickFix fix);

  void apply(QuickFix fix);

  /// Asks once more what failed, was stopped, or may have changed.
  void lookAgain(Facts.Topic topic);

  /// Ends a question that is being asked; it is asked again by [#lookAgain].
  void stop(Facts.Topic topic);

  /// Says something below the step, in the place that is kept for it; an empty text takes it back.
  void tell(String text);

  void copy(String text);
}
