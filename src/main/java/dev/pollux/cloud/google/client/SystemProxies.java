package dev.pollux.cloud.google.client;

import dev.pollux.cloud.google.credentials.CredentialsFile;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The way to Google through a proxy: the one that `HTTPS_PROXY` names, with its password, else the
/// one that the system has. Java knows neither by itself. Google's clients over HTTP and over gRPC
/// both ask Java's selector and authenticator.
///
/// This computer itself is never reached through a proxy.
public final class SystemProxies extends ProxySelector {
  private static final int PORT = 443;
  private final Optional<URI> named;
  private final List<String> direct;
  private final @Nullable ProxySelector usual;

  /// @param usual who is asked where the variables name no proxy
  public SystemProxies(CredentialsFile.Variables variables, @Nullable ProxySelector usual) {
    this.named = variable(variables, "HTTPS_PROXY").flatMap(SystemProxies::address);
    this.direct =
        variable(variables, "NO_PROXY").stream()
            .flatMap(all -> Stream.of(all.split(",", -1)))
            .map(one -> one.strip().toLowerCase(Locale.ROOT).replaceFirst("^[*]?[.]", ""))
            .filter(one -> !one.isEmpty())
            .toList();
    this.usual = usual;
  }

  private static Optional<String> variable(CredentialsFile.Variables variables, String name) {
    return variables
        .environment(name)
        .or(() -> variables.environment(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text.strip() : "http://" + text.strip());
      return Optional.of(uri).filter(at -> at.getHost() != null);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// What the proxy is told of whose password the address has; nobody else is.
  Optional<Authenticator> password() {
    return named
        .filter(at -> at.getRawUserInfo() != null)
        .map(at -> {
          String[] parts = at.getRawUserInfo().split(":", 2);
          String name = decoded(parts[0]);
          char[] password = (parts.length < 2 ? "" : decoded(parts[1])).toCharArray();
          return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
              return getRequestingPort() == port(at)
                      && at.getHost().equalsIgnoreCase(getRequestingHost())
                  ? new PasswordAuthentication(name, password)
                  : null;
            }
          };
        });
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static int port(URI proxy) {
    if (proxy.getPort() >= 0) {
      return proxy.getPort();
    }
    return "https".equals(proxy.getScheme()) ? PORT : 80;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (isHere(host) || direct.stream().anyMatch(one -> covers(one, host))) {
      return List.of(Proxy.NO_PROXY);
    }
    if (named.isPresent() && "https".equalsIgnoreCase(uri.getScheme())) {
      URI at = named.get();
      return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(at.getHost(), port(at))));
    }
    return usual == null ? List.of(Proxy.NO_PROXY) : usual.select(uri);
  }

  private static boolean isHere(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.equals("::1")
        || host.startsWith("127.");
  }

  private static boolean covers(String one, String host) {
    return one.equals("*") || host.equals(one) || host.endsWith("." + one);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (usual != null) {
      usual.connectFailed(uri, address, failure);
    }
  }
}
