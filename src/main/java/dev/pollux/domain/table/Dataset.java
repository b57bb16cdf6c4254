package dev.pollux.domain.table;

import dev.pollux.domain.Location;

/// A dataset and where it lives.
///
/// @param defaults what becomes of tables made in it; a list of datasets does not say, and has
///   [DatasetDefaults#NONE]
public record Dataset(
    DatasetRef ref, Location location, String description, DatasetDefaults defaults) {
  /// As a list has it.
  public Dataset(DatasetRef ref, Location location, String description) {
    this(ref, location, description, DatasetDefaults.NONE);
  }
}
