package dev.pollux.cloud.google.client;

import com.google.api.client.http.javanet.NetHttpTransport;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whom Pollux believes over TLS: whoever Java trusts, and whoever the system does, so that the
/// certificate of an organisation's proxy is given to the system once and not to every program.
///
/// @param managers of the two together
record TlsTrust(List<TrustManager> managers) {
  private static final Logger LOG = LoggerFactory.getLogger(TlsTrust.class);
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  /// Where systems without a store of Java's keep theirs, in Go's order
  /// (https://go.dev/src/crypto/x509/root_linux.go).
  private static final List<String> BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem");

  /// @throws IllegalStateException when Java itself has no TLS
  static TlsTrust of(CredentialsFile.Variables variables) {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int count = 0;
      for (Certificate one : Stream.concat(java(), system(variables).stream()).toList()) {
        all.setCertificateEntry("ca-" + count++, one);
      }
      TrustManagerFactory factory = factory();
      factory.init(all);
      return new TlsTrust(
          Stream.of(factory.getTrustManagers())
              .map(one -> one instanceof X509ExtendedTrustManager it ? new NamedTrust(it) : one)
              .toList());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrustManagerFactory factory() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }

  private static Stream<Certificate> java() throws GeneralSecurityException {
    TrustManagerFactory usual = factory();
    usual.init((KeyStore) null);
    return Stream.of(usual.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()));
  }

  /// A store of the system that cannot be read leaves Java's own.
  private static List<Certificate> system(CredentialsFile.Variables variables) {
    try {
      String name = variables.property("os.name").orElse("");
      if (name.startsWith("Windows")) {
        return store("Windows-ROOT");
      }
      return name.startsWith("Mac") ? store("KeychainStore-ROOT") : bundle(variables);
    } catch (GeneralSecurityException | IOException e) {
      LOG.warn("The system's trust store cannot be read; Java's own is used alone", e);
      return List.of();
    }
  }

  private static List<Certificate> store(String type) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    List<Certificate> found = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate one = store.getCertificate(alias);
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private static List<Certificate> bundle(CredentialsFile.Variables variables)
      throws GeneralSecurityException, IOException {
    Optional<Path> file =
        Stream.concat(variables.environment("SSL_CERT_FILE").stream(), BUNDLES.stream())
            .map(Path::of)
            .filter(Files::isReadable)
            .findFirst();
    List<Certificate> found = new ArrayList<>();
    if (file.isPresent()) {
      CertificateFactory reader = CertificateFactory.getInstance("X.509");
      Matcher blocks = PEM.matcher(Files.readString(file.get(), StandardCharsets.ISO_8859_1));
      while (blocks.find()) {
        byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
        found.add(reader.generateCertificate(new ByteArrayInputStream(block)));
      }
    }
    return found;
  }

  /// A transport of Google's HTTP client that trusts so.
  ///
  /// @param proxy by way of which it goes; empty for that of the system
  NetHttpTransport transport(Optional<Proxy> proxy) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.toArray(TrustManager[]::new), null);
      NetHttpTransport.Builder builder =
          new NetHttpTransport.Builder().setSslSocketFactory(context.getSocketFactory());
      proxy.ifPresent(builder::setProxy);
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
