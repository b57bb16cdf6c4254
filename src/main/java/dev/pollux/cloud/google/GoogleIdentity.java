package dev.pollux.cloud.google;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.UrlEncodedContent;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Identity;
import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.cloud.google.credentials.SignIns;
import dev.pollux.cloud.google.credentials.WatchedCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who is signed in, as the credentials and the service say.
record GoogleIdentity(ClientOptions access, LazyClient<HttpRequestFactory> http)
    implements Identity {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleIdentity.class);
  private static final URI TOKENS = URI.create("https://oauth2.googleapis.com/token");
  private static final int PATIENCE_MILLIS = 1_500;

  @Override
  public SignIn signIn() throws CloudException {
    Optional<WatchedCredentials> credentials = access.credentials();
    if (credentials.isEmpty()) {
      return new SignIn(SignIn.Kind.SANDBOX, "", "");
    }
    return ClientCalls.once(() -> credentials.get().signIn());
  }

  @Override
  public Token token() throws CloudException {
    Optional<WatchedCredentials> credentials = access.credentials();
    return credentials.isEmpty()
        ? new Token("", Optional.empty())
        : ClientCalls.once(() -> token(credentials.get(), access.transport()));
  }

  private static Token token(WatchedCredentials credentials, HttpTransport transport)
      throws IOException {
    credentials.getRequestMetadata(null);
    GoogleCredentials current = credentials.current();
    @Nullable AccessToken token = current.getAccessToken();
    Optional<Instant> until =
        Optional.ofNullable(token).map(AccessToken::getExpirationTime).map(Date::toInstant);
    return new Token(token == null ? "" : who(current, token, transport), until);
  }

  /// The credentials of a person do not say whose they are; the issuer of the token does
  /// (https://oauth2.googleapis.com/tokeninfo). The token travels in the body: addresses are
  /// logged. Who does not answer that costs nobody the sign-in.
  private static String who(
      GoogleCredentials credentials, AccessToken token, HttpTransport transport)
      throws IOException {
    return switch (credentials) {
      case UserCredentials user ->
          mail(
              Objects.requireNonNullElse(user.toBuilder().getTokenServerUri(), TOKENS),
              token,
              transport);
      case ComputeEngineCredentials machine -> String.valueOf(machine.getAccount());
      default -> SignIns.of(credentials, "").who();
    };
  }

  private static String mail(URI tokens, AccessToken token, HttpTransport transport) {
    try {
      return JsonMapper.shared()
          .readTree(
              transport
                  .createRequestFactory()
                  .buildPostRequest(
                      new GenericUrl(tokens.resolve("tokeninfo")),
                      new UrlEncodedContent(Map.of("access_token", token.getTokenValue())))
                  .setConnectTimeout(PATIENCE_MILLIS)
                  .setReadTimeout(PATIENCE_MILLIS)
                  .setNumberOfRetries(0)
                  .execute()
                  .parseAsString())
          .path("email")
          .asString("");
    } catch (IOException | JacksonException e) {
      LOG.debug("whose token it is was not said", e);
      return "";
    }
  }

  @Override
  public Optional<String> quotaProject() throws CloudException {
    Optional<WatchedCredentials> credentials = access.credentials();
    return credentials.isEmpty()
        ? Optional.empty()
        : ClientCalls.once(() -> credentials.get().quotaProject());
  }

  @Override
  public Optional<Instant> written() {
    try {
      return access.credentials().flatMap(WatchedCredentials::lastWritten);
    } catch (CloudException _) {
      return Optional.empty();
    }
  }

  /// Any answer has a date, also one that refuses.
  @Override
  public Instant serverTime() throws CloudException {
    String url = access.resourceManager() + "/v1/projects/-";
    return ClientCalls.once(() -> {
      HttpResponse answer =
          http.get()
              .buildGetRequest(new GenericUrl(url, true))
              .setInterceptor(request -> request.getHeaders().setAuthorization((String) null))
              .setThrowExceptionOnExecuteError(false)
              .setNumberOfRetries(0)
              .execute();
      try {
        return date(String.valueOf(answer.getHeaders().getFirstHeaderStringValue("Date")));
      } finally {
        answer.disconnect();
      }
    });
  }

  private static Instant date(String header) throws CloudException {
    try {
      return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      // Who stands between, as the page of a hotel's network: Google dates all it says.
      throw new CloudException.Unavailable("the answer has no date, so it is not Google's", "", e);
    }
  }
}
