package dev.pollux.cloud.google;

import com.google.cloud.bigquery.BigQuery;
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
import dev.pollux.cloud.google.bigquery.GoogleCatalog;
import dev.pollux.cloud.google.bigquery.GoogleQueries;
import dev.pollux.cloud.google.bigquery.GoogleRows;
import dev.pollux.cloud.google.bigquery.GoogleTableCopies;
import dev.pollux.cloud.google.bigquery.GoogleTableLoads;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.cloud.google.client.Rest;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.cloud.google.credentials.ConnectionVariables;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.cloud.google.vertex.GoogleBatchJobs;
import dev.pollux.cloud.google.vertex.GoogleGemini;
import dev.pollux.cloud.google.vertex.GoogleModels;
import dev.pollux.domain.connection.Connection;
import java.net.URI;
import java.util.Optional;

/// All ports over Google's own clients. Clients are made when they are first needed and closed with
/// the cloud.
public final class GoogleCloud implements Cloud {
  private final Connection connection;
  private final Catalog catalog;
  private final Rows rows;
  private final Queries queries;
  private final TableCopies copies;
  private final TableLoads loads;
  private final GoogleBatchJobs jobs;
  private final Models models;
  private final GoogleGemini gemini;
  private final Permissions permissions;
  private final Identity identity;
  private final Files files;
  private final ClientOptions access;

  private GoogleCloud(Connection connection, ClientOptions access) {
    this.connection = connection;
    this.access = access;
    LazyClient<BigQuery> bigQuery = new LazyClient<>(() -> access.bigQuery().getService());
    this.catalog = new GoogleCatalog(connection.dataProject(), access);
    this.queries = new GoogleQueries(connection.project(), bigQuery, access.outage());
    this.copies = new GoogleTableCopies(connection.project(), bigQuery, access.outage());
    this.jobs = new GoogleBatchJobs(access);
    Rest rest = new Rest(new LazyClient<>(access::http));
    this.rows = new GoogleRows(access, rest);
    this.models = new GoogleModels(access, rest);
    this.gemini = new GoogleGemini(connection.project(), access, rest);
    this.permissions = new GooglePermissions(access, rest);
    this.identity = new GoogleIdentity(access, new LazyClient<>(access::http));
    this.files = new GoogleFiles(access, rest);
    this.loads = new GoogleTableLoads(connection.project(), bigQuery, access.outage());
  }

  /// Prepares a connection; nothing is asked of the cloud yet.
  public static Cloud open(Connection connection, Endpoints endpoints) {
    return open(connection, endpoints, Timeouts.USUAL);
  }

  static Cloud open(Connection connection, Endpoints endpoints, Timeouts timeouts) {
    return open(connection, endpoints, timeouts, CredentialsFile.Variables.SYSTEM);
  }

  static Cloud open(
      Connection connection,
      Endpoints endpoints,
      Timeouts timeouts,
      CredentialsFile.Variables variables) {
    GoogleCloud cloud = connecting(connection, timeouts, variables);
    cloud.connect(endpoints);
    return cloud;
  }

  /// A cloud whose address is not known yet: each call waits for [#connect], so that screens stand
  /// and say that they are loading meanwhile.
  public static GoogleCloud connecting(Connection connection) {
    return connecting(connection, Timeouts.USUAL, CredentialsFile.Variables.SYSTEM);
  }

  static GoogleCloud connecting(
      Connection connection, Timeouts timeouts, CredentialsFile.Variables variables) {
    return new GoogleCloud(
        connection,
        new ClientOptions(connection, timeouts, ConnectionVariables.of(connection, variables)));
  }

  /// Says where the cloud is, once. Nothing is asked of it, and no credentials are looked for: each
  /// call does that.
  public void connect(Endpoints endpoints) {
    access.connect(endpoints);
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
    return access.address();
  }

  @Override
  public Permissions permissions() {
    return permissions;
  }

  @Override
  public Identity identity() {
    return identity;
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
  public void close() {
    access.refuse(new CloudException.Unavailable("this connection is closed", "", null));
    jobs.close();
    gemini.close();
  }
}
