package dev.pollux.testing;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Files;
import dev.pollux.cloud.Gemini;
import dev.pollux.cloud.Identity;
import dev.pollux.cloud.Models;
import dev.pollux.cloud.Permissions;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.Rows;
import dev.pollux.cloud.TableCopies;
import dev.pollux.cloud.TableLoads;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A cloud whose calls are watched that make, bring, look for and delete what a run needs.
///
/// @param faults what becomes of its jobs, where a fault is planted
public record WatchedCloud(Cloud inner, UnaryOperator<BatchJobs> faults, CallWatch watch)
    implements Cloud {
  public WatchedCloud(Cloud inner, CallWatch watch) {
    this(inner, UnaryOperator.identity(), watch);
  }

  /// For calls that declare no interrupt: nothing here waits but the call itself.
  private <T> T around(String name, CallWatch.Call<T, CloudException> call) throws CloudException {
    watch.at("before " + name);
    T answer;
    try {
      answer = call.call();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    watch.at("after " + name);
    return answer;
  }

  @Override
  public BatchJobs jobs() {
    BatchJobs jobs = faults.apply(inner.jobs());
    return new BatchJobs() {
      @Override
      public BatchJob create(BatchRequest request) throws CloudException {
        return around("jobs.create", () -> jobs.create(request));
      }

      @Override
      public BatchJob get(JobName name) throws CloudException {
        return around("jobs.get", () -> jobs.get(name));
      }

      @Override
      public List<BatchJob> list(String project, Location location, String filter)
          throws CloudException {
        return around("jobs.list", () -> jobs.list(project, location, filter));
      }

      @Override
      public Map<Location, ListAnswer> list(String project, Map<Location, String> filters) {
        watch.at("before jobs.list all");
        Map<Location, ListAnswer> answers = jobs.list(project, filters);
        watch.at("after jobs.list all");
        return answers;
      }

      @Override
      public void cancel(JobName name) throws CloudException {
        around(
            "jobs.cancel",
            () -> {
              jobs.cancel(name);
              return true;
            });
      }

      @Override
      public void delete(JobName name) throws CloudException {
        jobs.delete(name);
      }
    };
  }

  @Override
  public Queries queries() {
    Queries queries = inner.queries();
    return new Queries() {
      @Override
      public QueryResult run(Query query, String jobId)
          throws CloudException, InterruptedException {
        // What only counts moves no run on.
        String point = query.sql().startsWith("CREATE TABLE") ? "queries.run" : "queries.look";
        return watch.around(point, () -> queries.run(query, jobId));
      }

      @Override
      public QueryResult run(Query query, String jobId, long mostBilled)
          throws CloudException, InterruptedException {
        return watch.around("queries.look", () -> queries.run(query, jobId, mostBilled));
      }

      @Override
      public boolean stop(Location location, String jobId) throws CloudException {
        return around("queries.stop", () -> queries.stop(location, jobId));
      }

      @Override
      public DryRun dryRun(Query query) throws CloudException {
        return queries.dryRun(query);
      }
    };
  }

  @Override
  public TableLoads loads() {
    return inner.loads();
  }

  @Override
  public TableCopies copies() {
    TableCopies copies = inner.copies();
    return new TableCopies() {
      @Override
      public void run(TableCopy copy, String jobId, Map<String, String> labels)
          throws CloudException, InterruptedException {
        watch.<Boolean, CloudException>around(
            "copies.run",
            () -> {
              copies.run(copy, jobId, labels);
              return true;
            });
      }

      @Override
      public boolean settle(TableCopy copy, String jobId) throws CloudException {
        return around("copies.settle", () -> copies.settle(copy, jobId));
      }
    };
  }

  @Override
  public Catalog catalog() {
    Catalog catalog = inner.catalog();
    return new Catalog() {
      @Override
      public List<String> projects() throws CloudException {
        return catalog.projects();
      }

      @Override
      public void reach(String project) throws CloudException {
        catalog.reach(project);
      }

      @Override
      public List<Dataset> datasets(String project) throws CloudException {
        return catalog.datasets(project);
      }

      @Override
      public Optional<Dataset> dataset(DatasetRef ref) throws CloudException {
        return catalog.dataset(ref);
      }

      @Override
      public void createDataset(DatasetRef ref, Location location) throws CloudException {
        around(
            "catalog.createDataset",
            () -> {
              catalog.createDataset(ref, location);
              return true;
            });
      }

      @Override
      public void ensureDataset(DatasetRef ref, Location location, Duration last)
          throws CloudException {
        around(
            "catalog.ensureDataset",
            () -> {
              catalog.ensureDataset(ref, location, last);
              return true;
            });
      }

      @Override
      public List<TableEntry> tables(DatasetRef dataset) throws CloudException {
        return catalog.tables(dataset);
      }

      @Override
      public Optional<TableInfo> table(TableRef ref) throws CloudException {
        return catalog.table(ref);
      }

      @Override
      public void expire(TableRef ref, Instant at) throws CloudException {
        around(
            "catalog.expire",
            () -> {
              catalog.expire(ref, at);
              return true;
            });
      }

      @Override
      public void deleteTable(TableRef ref) throws CloudException {
        around(
            "catalog.deleteTable",
            () -> {
              catalog.deleteTable(ref);
              return true;
            });
      }
    };
  }

  @Override
  public Connection connection() {
    return inner.connection();
  }

  @Override
  public Rows rows() {
    return inner.rows();
  }

  @Override
  public Models models() {
    return inner.models();
  }

  @Override
  public Gemini gemini() {
    return inner.gemini();
  }

  @Override
  public Permissions permissions() {
    return inner.permissions();
  }

  @Override
  public Identity identity() {
    return inner.identity();
  }

  @Override
  public Files files() {
    return inner.files();
  }

  @Override
  public Optional<URI> address() {
    return inner.address();
  }

  @Override
  public void close() {
    inner.close();
  }
}
