package dev.pollux.cloud.google.vertex;

import com.google.api.gax.core.BackgroundResource;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.domain.Location;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// One gRPC client for each address, made when it is first needed: every location of Google's has
/// an address of its own.
final class GrpcClients<C extends BackgroundResource> implements AutoCloseable {
  /// Makes a client for `host:port`.
  interface Opener<C> {
    C open(String address) throws IOException, CloudException;
  }

  private final ClientOptions access;
  private final Opener<C> opener;
  private final Map<String, C> open = new HashMap<>();
  private boolean closed;

  GrpcClients(ClientOptions access, Opener<C> opener) {
    this.access = access;
    this.opener = opener;
  }

  /// The address is waited for outside of the lock, so that closing never waits.
  C at(Location location) throws CloudException {
    return at(access.grpc(location));
  }

  private synchronized C at(String address) throws CloudException {
    if (closed) {
      throw new CloudException.Unavailable(
          "this connection is closed", "", null, Delivery.NOT_SENT);
    }
    C known = open.get(address);
    if (known == null) {
      known = ClientCalls.open(() -> opener.open(address), BackgroundResource::shutdownNow);
      open.put(address, known);
    }
    return known;
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.values().forEach(BackgroundResource::shutdownNow);
    open.clear();
  }
}
