package dev.pollux.cli.draft;

import dev.pollux.draft.Draft;
import picocli.CommandLine.Option;

/// What a person decides about rows that earlier jobs answered.
public final class EarlierOptions {
  @Option(
      names = "--only-changed",
      description = {
        "Only rows that are new or changed since earlier jobs of this model that were sent from this"
            + " data directory: those whose request no such job answered. The others get the answers"
            + " that were paid for then. Where nothing is new, nothing is sent, and the exit code is"
            + " 0."
      })
  private boolean onlyChanged;

  /// The draft with what was chosen here.
  public Draft of(Draft draft) {
    return draft.withOnlyNew(onlyChanged);
  }
}
