package dev.pollux.draft;

import dev.pollux.domain.Location;
import java.util.Optional;

/// Where the answers go and where the job runs, as a person chose it.
///
/// @param dataset `project.dataset`; empty for the one that is proposed
/// @param table the table's name without its dataset, as typed; empty for the one that is proposed
/// @param location empty for the one that follows from the data and the model
public record Target(String dataset, String table, Optional<Location> location) {
  static final Target PROPOSED = new Target("", "", Optional.empty());

  public Target withDataset(String name) {
    return new Target(name, table, location);
  }

  public Target withTable(String name) {
    return new Target(dataset, name, location);
  }

  public Target withLocation(Optional<Location> at) {
    return new Target(dataset, table, at);
  }
}
