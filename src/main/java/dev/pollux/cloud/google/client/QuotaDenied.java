package dev.pollux.cloud.google.client;

import com.google.api.client.googleapis.json.GoogleJsonErrorContainer;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.api.client.json.gson.GsonFactory;
import dev.pollux.cloud.google.credentials.WatchedCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Goes on without a quota project that the caller may not use
/// (https://docs.cloud.google.com/docs/quotas/quota-project): the service says so before it does
/// anything, so that the same call can be sent once more.
final class QuotaDenied {
  private static final String REASON = "USER_PROJECT_DENIED";
  private static final int FORBIDDEN = 403;
  private static final int LARGEST_REFUSAL = 1024 * 1024;
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private QuotaDenied() {}

  /// Has a call over HTTP sent again without it.
  static void watch(HttpRequest request, WatchedCredentials credentials) {
    @Nullable HttpUnsuccessfulResponseHandler usual = request.getUnsuccessfulResponseHandler();
    request.setUnsuccessfulResponseHandler((asked, answer, again) -> {
      if (answer.getStatusCode() == FORBIDDEN
          && asked.getHeaders().containsKey(WatchedCredentials.QUOTA_HEADER)) {
        return dropped(asked, answer, again, credentials);
      }
      return usual != null && usual.handleResponse(asked, answer, again);
    });
  }

  /// The body of a refusal can be read once: whoever reads it has to tell it.
  private static boolean dropped(
      HttpRequest asked, HttpResponse answer, boolean again, WatchedCredentials credentials)
      throws IOException {
    String body = body(answer);
    boolean denied = body.contains(REASON);
    if (denied) {
      credentials.withoutQuotaProject();
      asked.getHeaders().remove(WatchedCredentials.QUOTA_HEADER);
    }
    if (denied && again) {
      return true;
    }
    throw refusal(answer, body);
  }

  private static String body(HttpResponse answer) throws IOException {
    @Nullable InputStream content = answer.getContent();
    return content == null
        ? ""
        : new String(content.readNBytes(LARGEST_REFUSAL), StandardCharsets.UTF_8);
  }

  private static HttpResponseException refusal(HttpResponse answer, String body) {
    HttpResponseException.Builder made =
        new HttpResponseException.Builder(
                answer.getStatusCode(), answer.getStatusMessage(), answer.getHeaders())
            .setContent(body);
    try {
      GoogleJsonErrorContainer told =
          GsonFactory.getDefaultInstance().fromString(body, GoogleJsonErrorContainer.class);
      if (told != null && told.getError() != null) {
        return new GoogleJsonResponseException(
            made.setMessage(told.getError().getMessage()), told.getError());
      }
    } catch (IOException | IllegalArgumentException _) {
      // Not Google's form of a refusal: it is told as it is.
    }
    return made.build();
  }

  /// Has reads over gRPC sent again without it: they are repeated where a service is not there.
  static ClientInterceptor reads(WatchedCredentials credentials) {
    return new ClientInterceptor() {
      @Override
      public <Q, R> ClientCall<Q, R> interceptCall(
          MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
          @Override
          public void start(Listener<R> listener, Metadata headers) {
            super.start(
                new SimpleForwardingClientCallListener<>(listener) {
                  @Override
                  public void onClose(Status status, Metadata trailers) {
                    super.onClose(seen(method, status, trailers, credentials), trailers);
                  }
                },
                headers);
          }
        };
      }
    };
  }

  private static Status seen(
      MethodDescriptor<?, ?> method,
      Status status,
      Metadata trailers,
      WatchedCredentials credentials) {
    byte @Nullable [] details = trailers.get(DETAILS);
    if (status.getCode() != Status.Code.PERMISSION_DENIED
        || details == null
        || !new String(details, StandardCharsets.ISO_8859_1).contains(REASON)) {
      return status;
    }
    boolean first = credentials.withoutQuotaProject();
    return first && GrpcReads.has(method)
        ? Status.UNAVAILABLE.withDescription(status.getDescription()).withCause(status.getCause())
        : status;
  }
}
