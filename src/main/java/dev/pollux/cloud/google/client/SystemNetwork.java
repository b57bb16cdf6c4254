package dev.pollux.cloud.google.client;

import dev.pollux.cloud.google.credentials.CredentialsFile;
import java.net.Authenticator;
import java.net.ProxySelector;

/// Puts the proxies of the system into this process. Google's clients over HTTP and over gRPC both
/// ask Java's selector and authenticator.
public final class SystemNetwork {
  private SystemNetwork() {}

  /// To be called once, before anything connects: Java reads these properties when it first looks
  /// for a proxy.
  public static void use() {
    use(CredentialsFile.Variables.SYSTEM);
  }

  static void use(CredentialsFile.Variables variables) {
    if (variables.property("https.proxyHost").isEmpty()) {
      System.setProperty("java.net.useSystemProxies", "true");
    }
    // Java sends no password in the clear to a proxy that tunnels, unless it is told to. What is in
    // the tunnel is TLS.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    SystemProxies proxies = new SystemProxies(variables, ProxySelector.getDefault());
    ProxySelector.setDefault(proxies);
    proxies.password().ifPresent(Authenticator::setDefault);
  }
}
