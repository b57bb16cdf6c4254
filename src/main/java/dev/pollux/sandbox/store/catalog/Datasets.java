package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Datasets: find, make, change, drop.
public final class Datasets {
  private final Database database;
  private final CatalogTables catalogue;
  private final Projects projects;

  /// Those of a database.
  public Datasets(Database database, CatalogTables catalogue, Projects projects) {
    this.database = database;
    this.catalogue = catalogue;
    this.projects = projects;
  }

  /// All of a project by name, the hidden ones too.
  public List<StoredDataset> list(String project) {
    projects.need(project);
    return database.read(c -> catalogue.datasets(c, project));
  }

  /// The dataset, or empty if there is none.
  public Optional<StoredDataset> find(DatasetId id) {
    return database.read(c -> catalogue.dataset(c, id));
  }

  /// @throws StoreFailure if there is none
  public StoredDataset need(DatasetId id) {
    projects.need(id.project());
    return database.read(c -> catalogue.need(c, id));
  }

  /// The same, for a caller who wants to know all about it.
  ///
  /// @throws StoreFailure if there is none, or nothing in it was granted
  public StoredDataset needOpen(DatasetId id) {
    StoredDataset found = need(id);
    Grants.need(found.closed(), "Dataset " + id, "bigquery.datasets.get");
    return found;
  }

  /// @throws StoreFailure if it exists, or the project cannot be written
  public StoredDataset insert(DatasetId id, String location, ObjectNode meta) {
    projects.needWritable(id.project(), "Project " + id.project(), "bigquery.datasets.create");
    id.checked();
    return database.write(c -> {
      if (catalogue.dataset(c, id).isPresent()) {
        throw new StoreFailure(Kind.DUPLICATE, "Already Exists: Dataset " + id);
      }
      catalogue.insert(c, id, canonical(location), meta);
      return catalogue.need(c, id);
    });
  }

  /// Replaces the plain metadata.
  public StoredDataset update(DatasetId id, ObjectNode meta) {
    projects.needWritable(id.project(), "Dataset " + id, "bigquery.datasets.update");
    return database.write(c -> {
      catalogue.need(c, id);
      catalogue.update(c, id, meta);
      return catalogue.need(c, id);
    });
  }

  /// @throws StoreFailure if it holds tables and they are not to go with it
  public void delete(DatasetId id, boolean contents) {
    projects.needWritable(id.project(), "Dataset " + id, "bigquery.datasets.delete");
    database.write(c -> {
      catalogue.need(c, id);
      List<Table> tables = catalogue.tables(c, id);
      if (!tables.isEmpty() && !contents) {
        throw new StoreFailure(Kind.RESOURCE_IN_USE, "Dataset " + id + " is still in use");
      }
      for (Table table : tables) {
        catalogue.delete(c, table);
      }
      catalogue.delete(c, id);
      return true;
    });
  }

  /// The service writes multi-regions in capitals and regions in small letters; US is its default.
  public static String canonical(String location) {
    String upper = location.strip().toUpperCase(Locale.ROOT);
    return switch (upper) {
      case "" -> "US";
      case "US", "EU" -> upper;
      default -> location.strip().toLowerCase(Locale.ROOT);
    };
  }
}
