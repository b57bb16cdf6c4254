package dev.pollux.sandbox.gemini.request;

import java.util.List;
import java.util.Optional;

/// A model that the sandbox pretends to have.
///
/// @param id `gemini-…`, or the number of a tuned model
/// @param title as the service displays it
/// @param stage the launch stage: GA, PUBLIC_PREVIEW
/// @param batch whether batch jobs may use it
/// @param generates whether it answers prompts at all
/// @param levels the thinking levels it knows; empty for the generation that has budgets instead
/// @param locations where it is served; `*` is everywhere
/// @param thinks whether it thinks unless it is told not to
/// @param budget of the generation that has budgets; empty for others and for those that never
///   think
public record SandboxModel(
    String id,
    String title,
    String stage,
    boolean batch,
    boolean generates,
    List<String> levels,
    List<String> locations,
    boolean thinks,
    Optional<ThoughtRange> budget) {
  /// Tokens for thoughts that may be asked for, and whether none is one of them.
  public record ThoughtRange(int min, int max, boolean canDisable) {}

  public SandboxModel {
    levels = List.copyOf(levels);
    locations = List.copyOf(locations);
  }

  public boolean servedIn(String location) {
    return locations.contains("*") || locations.contains(location);
  }
}
