package dev.pollux.sandbox.vertex.wire;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.pollux.sandbox.http.Failure;

/// A failure with the reason that clients tell apart by
/// (https://docs.cloud.google.com/apis/design/errors#error_info).
public final class RichStatus {
  private RichStatus() {}

  public static Status of(Failure failure) {
    Status.Builder status =
        Status.newBuilder()
            .setCode(Code.valueOf(failure.reason().status()).getNumber())
            .setMessage(failure.text());
    if (!failure.info().isEmpty()) {
      status.addDetails(
          Any.pack(
              ErrorInfo.newBuilder()
                  .setReason(failure.info())
                  .setDomain("googleapis.com")
                  .build()));
    }
    return status.build();
  }
}
