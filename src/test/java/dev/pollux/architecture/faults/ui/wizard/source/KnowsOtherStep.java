package dev.pollux.architecture.faults.ui.wizard.source;

import dev.pollux.architecture.faults.ui.wizard.review.OtherStep;

/// A step of the wizard that knows another one.
public interface KnowsOtherStep {
  OtherStep other();
}
