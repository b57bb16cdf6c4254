package dev.pollux.app.connecting;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A cloud that is still being connected: each call waits until it is. So the screens stand, and
/// say that they are loading, while the sandbox opens its file.
public final class ConnectingCloud implements Cloud {
  private final Connection connection;
  private final CompletableFuture<Cloud> cloud = new CompletableFuture<>();

  public ConnectingCloud(Connection connection) {
    this.connection = connection;
  }

  public void connected(Cloud there) {
    cloud.complete(there);
  }

  /// Every call that waits fails for this reason.
  public void refused(Exception problem) {
    cloud.completeExceptionally(problem);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public Catalog catalog() {
    return new WaitingCatalog(this::await);
  }

  @Override
  public Rows rows() {
    return (table, schema, start, size) -> await().rows().page(table, schema, start, size);
  }

  @Override
  public Queries queries() {
    return new WaitingQueries(this::await);
  }

  @Override
  public BatchJobs jobs() {
    return new WaitingBatchJobs(this::await);
  }

  @Override
  public Models models() {
    return new WaitingModels(this::await);
  }

  @Override
  public Gemini gemini() {
    return new WaitingGemini(this::await);
  }

  @Override
  public Permissions permissions() {
    return new WaitingPermissions(this::await);
  }

  @Override
  public Files files() {
    return uri -> await().files().readable(uri);
  }

  @Override
  public Optional<URI> address() {
    return cloud.isDone() && !cloud.isCompletedExceptionally()
        ? cloud.join().address()
        : Optional.empty();
  }

  @Override
  public void close() {
    var _ = cloud.thenAccept(Cloud::close);
  }

  private Cloud await() throws CloudException {
    try {
      return cloud.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudException.Unavailable("stopped while connecting", "", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CloudException known) {
        throw known;
      }
      throw new CloudException.Unavailable(String.valueOf(e.getCause()), "", e.getCause());
    }
  }
}
