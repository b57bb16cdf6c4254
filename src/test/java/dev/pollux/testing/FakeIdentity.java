package dev.pollux.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/// Google's token hosts on loopback: it gives tokens `t1`, `t2` ..., or refuses, and writes down
/// who asked.
public final class FakeIdentity implements AutoCloseable {
  /// Whose token was asked for: a refresh token, a grant type, or the path of a call.
  public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /// Seconds that a token lasts; short ones are refreshed at each use.
  public volatile int lasts = 3600;

  /// The body of a refusal; empty for none. Of refresh tokens only the named one is refused.
  public volatile String refusal = "";

  public volatile String refused = "";
  public volatile int refusalCode = 400;

  /// The token that is given each time; empty for a new one.
  public volatile String always = "";

  private final HttpServer server;

  public FakeIdentity() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What `gcloud auth application-default login` writes.
  public String user(String refreshToken) {
    return """
    {"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"%s",
     "token_uri":"%s/token","quota_project_id":"another-project"}\
    """
        .formatted(refreshToken, address());
  }

  /// A key file of a service account.
  public String serviceAccount() throws NoSuchAlgorithmException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    KeyPair pair = keys.generateKeyPair();
    String key =
        "-----BEGIN PRIVATE KEY-----\\n"
            + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\\n-----END PRIVATE KEY-----\\n";
    return """
    {"type":"service_account","project_id":"p","private_key_id":"k","private_key":"%s",
     "client_email":"robot@p.iam.gserviceaccount.com","client_id":"1",
     "token_uri":"%s/token"}\
    """
        .formatted(key, address());
  }

  /// A person who acts as a service account.
  public String impersonated() {
    return """
    {"type":"impersonated_service_account","delegates":[],
     "service_account_impersonation_url":"%s/v1/projects/-/serviceAccounts/robot@p.iam.gserviceaccount.com:generateAccessToken",
     "source_credentials":%s}\
    """
        .formatted(address(), user("source"));
  }

  /// A person who acts as a service account by way of another.
  public String chain() {
    return impersonated()
        .replace("\"delegates\":[]", "\"delegates\":[\"middle@p.iam.gserviceaccount.com\"]");
  }

  /// A workload of another cloud, whose own token lies in a file.
  ///
  /// @param tls `https://host:port` of these hosts: others are refused
  public String workload(String tls, Path subject) {
    return """
    {"type":"external_account","subject_token_type":"urn:ietf:params:oauth:token-type:jwt",
     "audience":"//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/w/providers/p",
     "token_url":"%s/v1/token","credential_source":{"file":"%s"}}\
    """
        .formatted(tls, subject);
  }

  /// A person of an organisation's identity provider, signed in by gcloud.
  public String workforce(String tls, String refreshToken) {
    return """
    {"type":"external_account_authorized_user","client_id":"c","client_secret":"s",
     "audience":"//iam.googleapis.com/locations/global/workforcePools/w/providers/p",
     "refresh_token":"%s","token_url":"%s/v1/oauthtoken","token_info_url":"%s/introspect"}\
    """
        .formatted(refreshToken, tls, tls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String decoded = URLDecoder.decode(body, StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    String who = path;
    for (String part : decoded.split("&", -1)) {
      if (part.startsWith("refresh_token=")) {
        who = part.substring("refresh_token=".length());
      }
    }
    asked.add(who);
    boolean refuses = !refusal.isEmpty() && (refused.isEmpty() || refused.equals(who));
    String token = always.isEmpty() ? "t" + asked.size() : always;
    exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
    String answer =
        refuses
            ? refusal
            : path.endsWith("/email")
                ? "machine@p.iam.gserviceaccount.com"
                : path.endsWith("/tokeninfo")
                    ? "{\"email\":\"ana@acme.example\"}"
                    : path.endsWith(":generateAccessToken")
                        ? "{\"accessToken\":\""
                            + token
                            + "\",\"expireTime\":\"2099-01-01T00:00:00Z\"}"
                        : """
                        {"access_token":"%s","expires_in":%d,"token_type":"Bearer",
                         "issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}\
                        """
                            .formatted(token, lasts);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(refuses ? refusalCode : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
