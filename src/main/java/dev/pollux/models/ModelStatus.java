package dev.pollux.models;

import dev.pollux.domain.ModelInfo;
import java.time.LocalDate;

/// What is true of a published model on a day: Google's documentation gives the earliest day of its
/// end, and the service lists some models beyond that day
/// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions).
public sealed interface ModelStatus {
  /// Offered, and no end is in sight.
  record Offered(ModelInfo.Stage stage) implements ModelStatus {}

  /// Offered until that day, or for longer.
  record Ends(LocalDate day) implements ModelStatus {}

  /// Its day has passed and it still answers, as far as is known.
  record Overdue(LocalDate day) implements ModelStatus {}

  /// Its day has passed, and the service does not list it.
  record Ended(LocalDate day) implements ModelStatus {}

  /// The service lists others, and not this one.
  record NotListed() implements ModelStatus {}

  /// @param asked whether the service said which models it lists
  static ModelStatus of(ModelInfo info, ModelTraits traits, boolean asked, LocalDate today) {
    if (info.retires().filter(day -> !day.isAfter(today)).isPresent()) {
      LocalDate day = info.retires().get();
      return asked && !info.listed() ? new Ended(day) : new Overdue(day);
    }
    if (asked && !info.listed()) {
      return new NotListed();
    }
    return info.retires().isPresent() && !traits.orLater()
        ? new Ends(info.retires().get())
        : new Offered(info.stage());
  }
}
