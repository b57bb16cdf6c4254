package dev.pollux.ui.jobs.action;

import dev.pollux.run.state.Journal;
import java.util.Map;
import java.util.function.Supplier;

/// What a support bundle holds beside the job and the messages.
///
/// @param about versions and settings as they are when asked for, from file names to texts
/// @param log what the program logged lately
/// @param doctor tests the connection, and gives the report as text; blocks
/// @param environment of the process: what is secret in it is in no bundle
public record SupportFacts(
    Journal journal,
    Supplier<Map<String, String>> about,
    Supplier<String> log,
    Report doctor,
    Map<String, String> environment) {
  /// Asks the cloud for all that a job needs.
  public interface Report {
    /// @throws Exception when it could not be begun
    String text() throws Exception;
  }

  public SupportFacts {
    environment = Map.copyOf(environment);
  }
}
