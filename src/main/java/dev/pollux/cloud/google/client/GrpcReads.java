package dev.pollux.cloud.google.client;

import io.grpc.MethodDescriptor;

/// Which calls over gRPC change nothing: they may be sent again, whatever became of them.
final class GrpcReads {
  private GrpcReads() {}

  /// Google's names of methods begin with what they do (https://google.aip.dev/general#operations).
  static boolean has(MethodDescriptor<?, ?> method) {
    String name = String.valueOf(method.getBareMethodName());
    return name.startsWith("List") || name.startsWith("Get") || name.startsWith("Count");
  }
}
