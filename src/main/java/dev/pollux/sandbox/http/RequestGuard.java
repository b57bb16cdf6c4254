package dev.pollux.sandbox.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/// Who may ask: callers on this machine that hold the token. A web page is kept out by its Origin;
/// one whose host name was pointed at 127.0.0.1 (DNS rebinding) by its Host, which is that name.
record RequestGuard(String token, int port) {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /// @throws Failure 403 for a foreign Host or Origin, 401 without the token
  void check(Optional<String> host, Optional<String> origin, Optional<String> authorization) {
    if (host.map(h -> uri("http://" + h)).filter(RequestGuard::isLoopback).isEmpty()) {
      throw new Failure(Reason.FORBIDDEN, "The sandbox answers to loopback names only");
    }
    if (origin.isPresent() && !isOurs(uri(origin.get()))) {
      throw new Failure(Reason.FORBIDDEN, "The sandbox does not answer pages of other origins");
    }
    // The name of the scheme is read in any case (RFC 9110, 11.1), the token is not.
    byte[] wanted = token.getBytes(StandardCharsets.UTF_8);
    byte[] given =
        authorization
            .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .map(text -> text.substring(SCHEME.length()).strip())
            .orElse("")
            .getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(wanted, given)) {
      throw new Failure(
          Reason.UNAUTHENTICATED,
          "Request is missing required authentication credential. Expected OAuth 2 access token: the"
              + " token that the sandbox printed when it started");
    }
  }

  private boolean isOurs(URI origin) {
    return isLoopback(origin) && origin.getPort() == port;
  }

  private static boolean isLoopback(URI url) {
    return url.getHost() != null && url.getUserInfo() == null && LOOPBACK.contains(url.getHost());
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException _) {
      return URI.create("");
    }
  }
}
