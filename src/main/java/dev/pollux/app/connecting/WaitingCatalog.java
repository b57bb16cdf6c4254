package dev.pollux.app.connecting;

import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableEntry;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import java.util.List;
import java.util.Optional;

/// [Catalog] of a cloud that is waited for.
record WaitingCatalog(There there) implements Catalog {
  @Override
  public List<String> projects() throws CloudException {
    return there.get().catalog().projects();
  }

  @Override
  public List<Dataset> datasets(String project) throws CloudException {
    return there.get().catalog().datasets(project);
  }

  @Override
  public Optional<Dataset> dataset(DatasetRef ref) throws CloudException {
    return there.get().catalog().dataset(ref);
  }

  @Override
  public void createDataset(DatasetRef ref, Location location) throws CloudException {
    there.get().catalog().createDataset(ref, location);
  }

  @Override
  public List<TableEntry> tables(DatasetRef dataset) throws CloudException {
    return there.get().catalog().tables(dataset);
  }

  @Override
  public Optional<TableInfo> table(TableRef ref) throws CloudException {
    return there.get().catalog().table(ref);
  }

  @Override
  public void deleteTable(TableRef ref) throws CloudException {
    there.get().catalog().deleteTable(ref);
  }
}
