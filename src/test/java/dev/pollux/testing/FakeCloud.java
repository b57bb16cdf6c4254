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
import dev.pollux.cloud.Rows;
import dev.pollux.cloud.TableCopies;
import dev.pollux.cloud.TableLoads;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All ports in memory, each to be filled by the test.
public final class FakeCloud implements Cloud {
  public static final String PROJECT = "pollux-sandbox";
  public final FakeCatalog catalog = new FakeCatalog(PROJECT);
  public final FakeRows rows = new FakeRows();
  public final FakeQueries queries = new FakeQueries();
  public final FakeTableCopies copies = new FakeTableCopies(catalog);
  public final FakeTableLoads loads = new FakeTableLoads();
  public final FakeBatchJobs jobs = new FakeBatchJobs();
  public final FakeModels models = new FakeModels();
  public final FakeGemini gemini = new FakeGemini();
  public boolean closed;

  /// What the person lacks; everything else is granted.
  public final Set<String> denied = new HashSet<>();

  /// Why nobody tells what is granted.
  public Optional<CloudException> permissionsFailure = Optional.empty();

  public Optional<Boolean> billed = Optional.of(true);

  /// Who holds which role.
  public final Map<String, Set<String>> members =
      new HashMap<>(
          Map.of(
              "roles/aiplatform.serviceAgent",
              Set.of("serviceAccount:service-1@gcp-sa-aiplatform.iam.gserviceaccount.com")));

  public final FakeSignIn identity = new FakeSignIn();

  @Override
  public Connection connection() {
    return new Connection.Sandbox(PROJECT, Location.US_CENTRAL1);
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Rows rows() {
    return rows;
  }

  @Override
  public Queries queries() {
    return queries;
  }

  @Override
  public TableCopies copies() {
    return copies;
  }

  @Override
  public TableLoads loads() {
    return loads;
  }

  @Override
  public BatchJobs jobs() {
    return jobs;
  }

  @Override
  public Models models() {
    return models;
  }

  @Override
  public Gemini gemini() {
    return gemini;
  }

  @Override
  public Permissions permissions() {
    return new Permissions() {
      @Override
      public Set<String> granted(String project, Set<String> wanted) throws CloudException {
        if (permissionsFailure.isPresent()) {
          throw permissionsFailure.get();
        }
        Set<String> granted = new HashSet<>(wanted);
        granted.removeAll(denied);
        return granted;
      }

      @Override
      public String number(String project) {
        return "1";
      }

      @Override
      public Optional<Boolean> billed(String project) {
        return billed;
      }

      @Override
      public Map<String, Set<String>> members(String project) {
        return members;
      }
    };
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public Files files() {
    return _ -> true;
  }

  @Override
  public Optional<URI> address() {
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
  }
}
