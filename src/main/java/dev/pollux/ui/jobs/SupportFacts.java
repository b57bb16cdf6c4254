package dev.pollux.ui.jobs;

import dev.pollux.run.Journal;
import java.util.Map;
import java.util.function.Supplier;

/// What a support bundle holds beside the job and the messages.
///
/// @param about versions and settings as they are when asked for, from file names to texts
/// @param environment of the process: what is secret in it is in no bundle
public record SupportFacts(
    Journal journal, Supplier<Map<String, String>> about, Map<String, String> environment) {
  public SupportFacts {
    environment = Map.copyOf(environment);
  }
}
