package dev.pollux.cloud.google.client;

import io.grpc.ManagedChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import javax.net.ssl.SSLException;

/// gRPC over TLS: its netty knows no trust store of the system by itself.
final class GrpcTls {
  private GrpcTls() {}

  /// @throws IllegalStateException when there is no TLS for gRPC on this system
  static ManagedChannelBuilder<?> trusting(ManagedChannelBuilder<?> channel, TlsTrust trust) {
    if (!(channel instanceof NettyChannelBuilder netty)) {
      return channel;
    }
    try {
      return netty.sslContext(
          GrpcSslContexts.forClient().trustManager(trust.managers().getFirst()).build());
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }
}
