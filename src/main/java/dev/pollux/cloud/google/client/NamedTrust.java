package dev.pollux.cloud.google.client;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Believes whom another believes, and says of a certificate that is refused whose address showed
/// it: Java says what is wrong with it only.
final class NamedTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager trust;

  NamedTrust(X509ExtendedTrustManager trust) {
    this.trust = trust;
  }

  private interface Check {
    void check() throws CertificateException;
  }

  private static void named(@Nullable String host, Check check) throws CertificateException {
    try {
      check.check();
    } catch (CertificateException e) {
      throw host == null
          ? e
          : new CertificateException(e.getMessage() + " [TLS with " + host + "]", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    String host = socket instanceof SSLSocket tls ? tls.getHandshakeSession().getPeerHost() : null;
    named(host, () -> trust.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    named(engine.getPeerHost(), () -> trust.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    trust.checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    trust.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    trust.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    trust.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.getAcceptedIssuers();
  }
}
