package dev.pollux.cli;

import dev.pollux.run.state.Journal;
import dev.pollux.settings.DataDirectory;

/// Opens the journal of a data directory for a command.
@FunctionalInterface
public interface JournalOpener {
  Journal open(DataDirectory directory);
}
