package dev.pollux.cloud;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Projects, datasets and tables. Every call blocks, can be interrupted and costs nothing.
public interface Catalog {
  /// The ids of the projects that can be browsed, the connection's own first.
  List<String> projects() throws CloudException;

  /// Asks the least that there is to ask about a project: it is there, its BigQuery answers, and
  /// lets the caller in.
  void reach(String project) throws CloudException;

  List<Dataset> datasets(String project) throws CloudException;

  /// Empty when there is no such dataset.
  Optional<Dataset> dataset(DatasetRef ref) throws CloudException;

  void createDataset(DatasetRef ref, Location location) throws CloudException;

  /// Makes a dataset whose tables end by themselves; one of that name that is there already is
  /// taken as it is.
  ///
  /// @param last how long a table lasts that says nothing else
  void ensureDataset(DatasetRef ref, Location location, Duration last) throws CloudException;

  List<TableEntry> tables(DatasetRef dataset) throws CloudException;

  /// Empty when there is no such table or dataset.
  Optional<TableInfo> table(TableRef ref) throws CloudException;

  /// Says when a table ends by itself.
  ///
  /// @throws CloudException.NotFound where there is none
  void expire(TableRef ref, Instant at) throws CloudException;

  void deleteTable(TableRef ref) throws CloudException;
}
