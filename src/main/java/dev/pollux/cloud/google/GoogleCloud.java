package dev.pollux.cloud.google;

import com.google.cloud.bigquery.BigQuery;
import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Files;
import dev.pollux.cloud.Gemini;
import dev.pollux.cloud.Models;
import dev.pollux.cloud.Permissions;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.Connection;
import java.net.URI;
import java.util.Optional;

/// All ports over Google's own clients. Clients are made when they are first needed and closed with
/// the cloud.
public final class GoogleCloud implements Cloud {
  private final Connection connection;
  private final Catalog catalog;
  private final Rows rows;
  private final Queries queries;
  private final GoogleBatchJobs jobs;
  private final Models models;
  private final GoogleGemini gemini;
  private final Permissions permissions;
  private final Files files;
  private final Optional<URI> address;

  private GoogleCloud(Connection connection, ClientOptions access, Optional<URI> address) {
    this.connection = connection;
    this.address = address;
    BigQuery bigQuery = access.bigQuery(connection.project()).getService();
    this.catalog = new GoogleCatalog(connection.project(), access);
    this.rows = new GoogleRows(bigQuery);
    this.queries = new GoogleQueries(connection.project(), bigQuery);
    this.jobs = new GoogleBatchJobs(access);
    Rest rest = new Rest(access.http());
    this.models = new GoogleModels(access, rest);
    this.gemini = new GoogleGemini(connection.project(), access);
    this.permissions = new GooglePermissions(access.resourceManager(), rest);
    this.files = new GoogleFiles(access.storage(), rest);
  }

  /// Prepares a connection; nothing is asked of the cloud yet. For Google it reads the credentials,
  /// which may take a moment.
  ///
  /// @throws CloudException.NotSignedIn when there are no credentials
  public static Cloud open(Connection connection, Endpoints endpoints) throws CloudException {
    return open(connection, endpoints, Timeouts.USUAL);
  }

  static Cloud open(Connection connection, Endpoints endpoints, Timeouts timeouts)
      throws CloudException {
    Optional<URI> address =
        endpoints instanceof Endpoints.Sandbox sandbox
            ? Optional.of(sandbox.rest())
            : Optional.empty();
    return new GoogleCloud(
        connection, ClientOptions.of(endpoints, connection.project(), timeouts), address);
  }

  @Override
  public Connection connection() {
    return connection;
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
  public Optional<URI> address() {
    return address;
  }

  @Override
  public Permissions permissions() {
    return permissions;
  }

  @Override
  public Files files() {
    return files;
  }

  @Override
  public Queries queries() {
    return queries;
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
  public void close() {
    jobs.close();
    gemini.close();
  }
}
