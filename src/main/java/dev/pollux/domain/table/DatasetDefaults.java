package dev.pollux.domain.table;

import java.time.Duration;
import java.util.Optional;

/// What a dataset does with tables that are made in it and say nothing themselves
/// (https://docs.cloud.google.com/bigquery/docs/reference/rest/v2/datasets).
///
/// @param tables how long a table lasts; empty for ever
/// @param partitions how long a partition lasts; empty for ever
/// @param key the name of the customer-managed key that encrypts them; empty for Google's own
public record DatasetDefaults(
    Optional<Duration> tables, Optional<Duration> partitions, Optional<String> key) {
  public static final DatasetDefaults NONE =
      new DatasetDefaults(Optional.empty(), Optional.empty(), Optional.empty());
}
