package dev.pollux.cloud.google;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.DatasetList;
import com.google.api.services.bigquery.model.ProjectList;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.bigquery.DatasetId;
import com.google.cloud.bigquery.DatasetInfo;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.http.HttpTransportOptions;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableEntry;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Projects, datasets and tables by BigQuery's REST interface. Two listings go through the
/// low-level client: the other one cannot list projects, and drops the location of a listed
/// dataset.
final class GoogleCatalog implements Catalog {
  private static final long PAGE = 1000;
  private final String project;
  private final Lazy<BigQuery> reads;
  private final Lazy<BigQuery> writes;
  private final Lazy<Bigquery> lists;

  GoogleCatalog(String project, ClientOptions access) {
    this.project = project;
    this.reads = new Lazy<>(() -> access.bigQuery().getService());
    this.writes = new Lazy<>(() -> access.bigQueryOnce().getService());
    this.lists = new Lazy<>(() -> lowLevel(access.bigQuery()));
  }

  private static Bigquery lowLevel(BigQueryOptions options) {
    HttpTransportOptions transport = (HttpTransportOptions) options.getTransportOptions();
    return new Bigquery.Builder(
            transport.getHttpTransportFactory().create(),
            GsonFactory.getDefaultInstance(),
            transport.getHttpRequestInitializer(options))
        .setRootUrl(options.getResolvedApiaryHost("bigquery"))
        .setApplicationName("pollux")
        .build();
  }

  static TableId id(TableRef ref) {
    return TableId.of(ref.project(), ref.dataset(), ref.table());
  }

  private static DatasetId id(DatasetRef ref) {
    return DatasetId.of(ref.project(), ref.dataset());
  }

  @Override
  public List<String> projects() throws CloudException {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(project);
    String token = null;
    do {
      String page = token;
      ProjectList answer =
          ClientCalls.again(
              () -> lists.get().projects().list().setMaxResults(PAGE).setPageToken(page).execute());
      for (ProjectList.Projects one : orEmpty(answer.getProjects())) {
        ids.add(one.getProjectReference().getProjectId());
      }
      token = answer.getNextPageToken();
    } while (token != null && !token.isEmpty());
    return List.copyOf(ids);
  }

  @Override
  public List<Dataset> datasets(String of) throws CloudException {
    List<Dataset> datasets = new ArrayList<>();
    String token = null;
    do {
      String page = token;
      DatasetList answer =
          ClientCalls.again(() ->
              lists.get().datasets().list(of).setMaxResults(PAGE).setPageToken(page).execute());
      for (DatasetList.Datasets one : orEmpty(answer.getDatasets())) {
        String name = one.getDatasetReference().getDatasetId();
        // Hidden ones hold the results of queries.
        if (!name.startsWith("_")) {
          datasets.add(new Dataset(new DatasetRef(of, name), new Location(one.getLocation()), ""));
        }
      }
      token = answer.getNextPageToken();
    } while (token != null && !token.isEmpty());
    return List.copyOf(datasets);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  @Override
  public Optional<Dataset> dataset(DatasetRef ref) throws CloudException {
    return Optional.ofNullable(ClientCalls.once(() -> reads.get().getDataset(id(ref))))
        .map(dataset ->
            new Dataset(
                ref,
                new Location(dataset.getLocation()),
                dataset.getDescription() == null ? "" : dataset.getDescription()));
  }

  @Override
  public void createDataset(DatasetRef ref, Location location) throws CloudException {
    DatasetInfo info =
        DatasetInfo.newBuilder(id(ref)).setLocation(GoogleQueries.bigQueryName(location)).build();
    ClientCalls.once(() -> writes.get().create(info));
  }

  @Override
  public List<TableEntry> tables(DatasetRef dataset) throws CloudException {
    return ClientCalls.once(() -> {
      List<TableEntry> entries = new ArrayList<>();
      for (Table table :
          reads
              .get()
              .listTables(id(dataset), BigQuery.TableListOption.pageSize(PAGE))
              .iterateAll()) {
        String name = table.getTableId().getTable();
        if (TableRef.isTableName(name)) {
          entries.add(new TableEntry(dataset.table(name), TableMapper.kind(table)));
        }
      }
      return List.copyOf(entries);
    });
  }

  @Override
  public Optional<TableInfo> table(TableRef ref) throws CloudException {
    Table table = ClientCalls.once(() -> reads.get().getTable(id(ref)));
    if (table == null) {
      return Optional.empty();
    }
    Optional<Location> location = TableMapper.location(table);
    if (location.isEmpty()) {
      // Views do not say where they are; their dataset does.
      location = dataset(ref.datasetRef()).map(Dataset::location);
    }
    return Optional.of(TableMapper.info(ref, table, location.orElse(Location.GLOBAL)));
  }

  @Override
  public void deleteTable(TableRef ref) throws CloudException {
    if (!ClientCalls.once(() -> writes.get().delete(id(ref)))) {
      throw new CloudException.NotFound("Not found: Table " + ref, "notFound", null);
    }
  }
}
