package dev.pollux.ui.wizard.review;

import dev.pollux.domain.job.UsdRange;
import java.util.Optional;

/// What the person was asked before sending, and says yes to by pressing once more. Another price
/// or another job is another question.
///
/// @param fingerprint of the job
/// @param price that they were told; empty where nobody knows it
/// @param priced whether the price was the question
/// @param repeated whether the question was that the same was sent within a day
record SendConfirmation(
    String fingerprint, Optional<UsdRange> price, boolean priced, boolean repeated) {
  static final SendConfirmation NONE = new SendConfirmation("", Optional.empty(), false, false);

  boolean isAbout(String job, Optional<UsdRange> now) {
    return fingerprint.equals(job) && price.equals(now);
  }
}
