package dev.pollux.cloud.google.client;

import com.google.api.client.http.javanet.NetHttpTransport;
import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ManagedChannelBuilder;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;

/// How connections to Google are made: whom TLS believes, and by way of which proxy.
///
/// @param proxy `host:port`; empty for that of the system
record NetworkWay(TlsTrust trust, Optional<String> proxy) {
  /// For Google's clients over HTTP.
  NetHttpTransport transport() {
    return trust.transport(address().map(at -> new Proxy(Proxy.Type.HTTP, at)));
  }

  /// The same for gRPC.
  ManagedChannelBuilder<?> lead(ManagedChannelBuilder<?> channel) {
    ManagedChannelBuilder<?> trusting = GrpcTls.trusting(channel, trust);
    return address()
        .<ManagedChannelBuilder<?>>map(at ->
            trusting.proxyDetector(target ->
                HttpConnectProxiedSocketAddress.newBuilder()
                    .setProxyAddress(at)
                    .setTargetAddress((InetSocketAddress) target)
                    .build()))
        .orElse(trusting);
  }

  private Optional<InetSocketAddress> address() {
    return proxy.map(text -> {
      int colon = text.lastIndexOf(':');
      return new InetSocketAddress(
          text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    });
  }
}
