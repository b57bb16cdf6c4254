package dev.pollux.draft;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import java.util.Optional;

/// Where the answers go and where the job runs, as a person chose it.
///
/// @param dataset `project.dataset`; empty for the one that is proposed
/// @param table the table's name as typed, as a rule without its dataset; empty for the one that is
///   proposed
/// @param location empty for the one that follows from the data and the model
/// @param like the name that the proposed one follows, where the job was sent before
/// @param source the table that both names are for, `project.dataset.table`: answers about another
///   one do not go there. Empty where nobody knows
public record Target(
    String dataset, String table, Optional<Location> location, String source, String like) {
  static final Target PROPOSED = new Target("", "", Optional.empty());

  /// With a name for the answers about any table.
  public Target(String dataset, String table, Optional<Location> location) {
    this(dataset, table, location, "", "");
  }

  public Target withDataset(String name) {
    return new Target(name, table, location, source, like);
  }

  public Target withTable(String name) {
    return new Target(dataset, name, location, source, like);
  }

  /// The name was typed for the answers about one table.
  ///
  /// @param about that table, `project.dataset.table`
  public Target withTable(String name, String about) {
    return new Target(dataset, name, location, about, about.equals(source) ? like : "");
  }

  /// Beside these answers, by the first free name after theirs.
  Target beside(TableRef answers, TableRef about) {
    return new Target(
        answers.datasetRef().toString(), "", location, about.toString(), answers.table());
  }

  public Target withLocation(Optional<Location> at) {
    return new Target(dataset, table, at, source, like);
  }
}
