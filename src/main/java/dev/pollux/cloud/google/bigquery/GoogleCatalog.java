package dev.pollux.cloud.google.bigquery;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.DatasetList;
import com.google.api.services.bigquery.model.ProjectList;
import com.google.api.services.bigquery.model.TableList;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.bigquery.DatasetId;
import com.google.cloud.bigquery.DatasetInfo;
import com.google.cloud.bigquery.EncryptionConfiguration;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.http.HttpTransportOptions;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.cloud.google.client.Pages;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetDefaults;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Projects, datasets and tables by BigQuery's REST interface. What is read goes through the
/// low-level client: the other one cannot list projects, drops the location of a listed dataset and
/// of a view, and fails a whole list for one table of a kind that it does not know.
public final class GoogleCatalog implements Catalog {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleCatalog.class);
  private static final long PAGE = 1000;
  private final String project;
  private final LazyClient<BigQuery> reads;
  private final LazyClient<BigQuery> writes;
  private final LazyClient<Bigquery> lists;

  /// @param project whose datasets are listed
  public GoogleCatalog(String project, ClientOptions access) {
    this.project = project;
    this.reads = new LazyClient<>(() -> access.bigQuery().getService());
    this.writes = new LazyClient<>(() -> access.bigQueryOnce().getService());
    this.lists = new LazyClient<>(() -> lowLevel(access.bigQuery()));
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

  /// Where the projects cannot be listed, the connection's own is there all the same.
  @Override
  public List<String> projects() throws CloudException {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(project);
    try {
      Pages.read(page ->
          ClientCalls.again(() -> {
            ProjectList answer =
                Pages.given(
                    lists
                        .get()
                        .projects()
                        .list()
                        .setMaxResults(PAGE)
                        .setPageToken(orNull(page))
                        .execute());
            for (ProjectList.Projects one : orEmpty(answer.getProjects())) {
              ids.add(Objects.requireNonNull(one.getProjectReference().getProjectId()));
            }
            return answer.getNextPageToken();
          }));
    } catch (CloudException.NotAllowed | CloudException.Invalid | CloudException.QuotaExceeded e) {
      LOG.info("the projects cannot be listed: {}", e.getMessage());
    }
    return List.copyOf(ids);
  }

  @Override
  public void reach(String of) throws CloudException {
    ClientCalls.again(() ->
        Pages.given(lists.get().datasets().list(of).setMaxResults(1L).setFields("kind").execute()));
  }

  @Override
  public List<Dataset> datasets(String of) throws CloudException {
    List<Dataset> datasets = new ArrayList<>();
    Pages.read(page ->
        ClientCalls.again(() -> {
          DatasetList answer =
              Pages.given(
                  lists
                      .get()
                      .datasets()
                      .list(of)
                      .setMaxResults(PAGE)
                      .setPageToken(orNull(page))
                      .execute());
          for (DatasetList.Datasets one : orEmpty(answer.getDatasets())) {
            listed(of, one).ifPresent(datasets::add);
          }
          return answer.getNextPageToken();
        }));
    return List.copyOf(datasets);
  }

  /// Hidden ones hold the results of queries. One that is named or placed as none that we know
  /// hides none of the others.
  private static Optional<Dataset> listed(String of, DatasetList.Datasets one) {
    String name = one.getDatasetReference().getDatasetId();
    return DatasetRef.parse(of + "." + name)
        .filter(_ -> !name.startsWith("_") && one.getLocation() != null)
        .map(ref -> new Dataset(ref, new Location(one.getLocation()), ""));
  }

  private static @Nullable String orNull(String token) {
    return token.isEmpty() ? null : token;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  @Override
  public Optional<Dataset> dataset(DatasetRef ref) throws CloudException {
    return ClientCalls.once(() ->
        Optional.ofNullable(reads.get().getDataset(id(ref)))
            .map(dataset ->
                new Dataset(
                    ref,
                    new Location(dataset.getLocation()),
                    orEmpty(dataset.getDescription()),
                    defaults(dataset))));
  }

  /// The service says 0 where nothing expires.
  static DatasetDefaults defaults(DatasetInfo dataset) {
    return new DatasetDefaults(
        millis(dataset.getDefaultTableLifetime()),
        millis(dataset.getDefaultPartitionExpirationMs()),
        Optional.ofNullable(dataset.getDefaultEncryptionConfiguration())
            .map(EncryptionConfiguration::getKmsKeyName));
  }

  private static Optional<Duration> millis(@Nullable Long number) {
    return Optional.ofNullable(number).filter(n -> n > 0).map(Duration::ofMillis);
  }

  /// Whether a look after a lost reply sees that all is done; where it cannot be taken, the reply
  /// that was lost is what there is to say.
  private static boolean isSeen(ClientCalls.Call<Boolean> look) {
    try {
      return look.call();
    } catch (CloudException | IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void createDataset(DatasetRef ref, Location location) throws CloudException {
    DatasetInfo info =
        DatasetInfo.newBuilder(id(ref)).setLocation(GoogleQueries.bigQueryName(location)).build();
    try {
      ClientCalls.change(() -> writes.get().create(info));
    } catch (CloudException.Unavailable e) {
      // The reply may be lost, and the dataset there.
      if (!isSeen(
          () -> dataset(ref).filter(made -> made.location().equals(location)).isPresent())) {
        throw e;
      }
    }
  }

  @Override
  public void ensureDataset(DatasetRef ref, Location location, Duration last)
      throws CloudException {
    if (dataset(ref).isPresent()) {
      return;
    }
    DatasetInfo info =
        DatasetInfo.newBuilder(id(ref))
            .setLocation(GoogleQueries.bigQueryName(location))
            .setDefaultTableLifetime(last.toMillis())
            .build();
    try {
      ClientCalls.change(() -> writes.get().create(info));
    } catch (CloudException e) {
      // Another was first, or the reply to ours was lost.
      if (!isSeen(() -> dataset(ref).isPresent())) {
        throw e;
      }
    }
  }

  @Override
  public void expire(TableRef ref, Instant at) throws CloudException {
    com.google.cloud.bigquery.Table table = ClientCalls.once(() -> reads.get().getTable(id(ref)));
    if (table == null) {
      throw new CloudException.NotFound("Not found: Table " + ref, "notFound", null);
    }
    com.google.cloud.bigquery.TableInfo until =
        table.toBuilder().setExpirationTime(at.toEpochMilli()).build();
    ClientCalls.change(() -> writes.get().update(until));
  }

  @Override
  public List<TableEntry> tables(DatasetRef dataset) throws CloudException {
    List<TableEntry> entries = new ArrayList<>();
    Pages.read(page ->
        ClientCalls.again(() -> {
          TableList answer =
              Pages.given(
                  lists
                      .get()
                      .tables()
                      .list(dataset.project(), dataset.dataset())
                      .setMaxResults(PAGE)
                      .setPageToken(orNull(page))
                      .setFields("nextPageToken,tables(tableReference/tableId,type)")
                      .execute());
          for (TableList.Tables one : orEmpty(answer.getTables())) {
            String name = one.getTableReference().getTableId();
            if (TableRef.isTableName(name)) {
              entries.add(new TableEntry(dataset.table(name), TableMapper.kind(one.getType())));
            }
          }
          return answer.getNextPageToken();
        }));
    return List.copyOf(entries);
  }

  @Override
  public Optional<TableInfo> table(TableRef ref) throws CloudException {
    return ref.isWildcard() ? shards(ref) : described(ref);
  }

  private Optional<TableInfo> described(TableRef ref) throws CloudException {
    try {
      return Optional.of(
          ClientCalls.again(() ->
              TableMapper.info(
                  ref,
                  lists.get().tables().get(ref.project(), ref.dataset(), ref.table()).execute())));
    } catch (CloudException.NotFound _) {
      return Optional.empty();
    }
  }

  /// A wildcard takes its columns from the newest table that it names.
  private Optional<TableInfo> shards(TableRef ref) throws CloudException {
    String prefix = ref.table().substring(0, ref.table().length() - 1);
    Optional<TableRef> newest =
        tables(ref.datasetRef()).stream()
            .filter(entry -> entry.kind() == TableKind.TABLE)
            .map(TableEntry::ref)
            .filter(table -> table.table().startsWith(prefix))
            .max(Comparator.comparing(TableRef::table));
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    return described(newest.get()).map(one -> wildcard(ref, one));
  }

  private static TableInfo wildcard(TableRef ref, TableInfo newest) {
    return new TableInfo(
        ref,
        TableKind.SHARDS,
        newest.location(),
        newest.schema(),
        -1,
        -1,
        newest.created(),
        newest.modified(),
        newest.expires(),
        newest.description(),
        newest.storage().withNewest(newest.ref()));
  }

  @Override
  public void deleteTable(TableRef ref) throws CloudException {
    boolean found;
    try {
      found = ClientCalls.change(() -> writes.get().delete(id(ref)));
    } catch (CloudException.Unavailable e) {
      // The reply may be lost, and the table gone.
      if (!isSeen(() -> table(ref).isEmpty())) {
        throw e;
      }
      return;
    }
    if (!found) {
      throw new CloudException.NotFound("Not found: Table " + ref, "notFound", null);
    }
  }
}
