package dev.pollux.cloud;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableEntry;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import java.util.List;
import java.util.Optional;

/// Projects, datasets and tables. Every call blocks, can be interrupted and costs nothing.
public interface Catalog {
  /// The ids of the projects that can be browsed, the connection's own first.
  List<String> projects() throws CloudException;

  List<Dataset> datasets(String project) throws CloudException;

  /// Empty when there is no such dataset.
  Optional<Dataset> dataset(DatasetRef ref) throws CloudException;

  void createDataset(DatasetRef ref, Location location) throws CloudException;

  List<TableEntry> tables(DatasetRef dataset) throws CloudException;

  /// Empty when there is no such table or dataset.
  Optional<TableInfo> table(TableRef ref) throws CloudException;

  void deleteTable(TableRef ref) throws CloudException;
}
