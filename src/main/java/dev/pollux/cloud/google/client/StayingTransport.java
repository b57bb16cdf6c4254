package dev.pollux.cloud.google.client;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import dev.pollux.cloud.google.credentials.WatchedCredentials;

/// Follows no redirect, and goes on without a quota project that the caller may not use. Google's
/// services send none, and Google's client would sign in anew at whatever host it was sent to.
final class StayingTransport extends HttpTransportOptions {
  private static final long serialVersionUID = 1L;

  StayingTransport(Builder builder) {
    super(builder);
  }

  @Override
  public HttpRequestInitializer getHttpRequestInitializer(ServiceOptions<?, ?> options) {
    HttpRequestInitializer usual = super.getHttpRequestInitializer(options);
    return request -> {
      usual.initialize(request);
      if (options.getCredentials() instanceof WatchedCredentials credentials) {
        QuotaDenied.watch(request, credentials);
      }
      request.setFollowRedirects(false);
    };
  }
}
