package dev.pollux.app;

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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A cloud that is still being connected: each call waits until it is. So the screens stand, and
/// say that they are loading, while the sandbox opens its file.
final class ConnectingCloud implements Cloud {
  private final Connection connection;
  private final CompletableFuture<Cloud> cloud = new CompletableFuture<>();

  ConnectingCloud(Connection connection) {
    this.connection = connection;
  }

  void connected(Cloud there) {
    cloud.complete(there);
  }

  /// Every call that waits fails for this reason.
  void refused(Exception problem) {
    cloud.completeExceptionally(problem);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public Catalog catalog() {
    return port(Catalog.class, Cloud::catalog);
  }

  @Override
  public Rows rows() {
    return port(Rows.class, Cloud::rows);
  }

  @Override
  public Queries queries() {
    return port(Queries.class, Cloud::queries);
  }

  @Override
  public BatchJobs jobs() {
    return port(BatchJobs.class, Cloud::jobs);
  }

  @Override
  public Models models() {
    return port(Models.class, Cloud::models);
  }

  @Override
  public Gemini gemini() {
    return port(Gemini.class, Cloud::gemini);
  }

  @Override
  public Permissions permissions() {
    return port(Permissions.class, Cloud::permissions);
  }

  @Override
  public Files files() {
    return port(Files.class, Cloud::files);
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

  private <P> P port(Class<P> type, Function<Cloud, P> of) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) ->
                method.getDeclaringClass() == Object.class
                    ? ofObject(proxy, method, args)
                    : call(of.apply(await()), method, args)));
  }

  private static @Nullable Object call(Object port, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(port, args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static Object ofObject(Object proxy, Method method, Object[] args) {
    return switch (method.getName()) {
      case "equals" -> proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "a port of a cloud that is being connected";
    };
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
