package dev.pollux.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Speaks TLS before a port of this computer that does not. Who comes by the name `pollux.test` is
/// handed on as one who came by `localhost`, over HTTP/1.1.
public final class TlsFront implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private final ServerSocket server;

  /// @param protocol `h2` or `http/1.1`, as the two sides agree on by ALPN
  public TlsFront(Path keys, int behind, String protocol)
      throws IOException, GeneralSecurityException {
    this(keys, _ -> behind, protocol);
  }

  /// One address for both, as Google's are: who speaks HTTP/2 is led to `grpc`.
  public static TlsFront ofBoth(Path keys, int rest, int grpc)
      throws IOException, GeneralSecurityException {
    return new TlsFront(keys, agreed -> agreed.equals("h2") ? grpc : rest, "h2", "http/1.1");
  }

  private TlsFront(Path keys, ToIntFunction<String> behind, String... protocols)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket tls =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    tls.setSSLParameters(parameters);
    server = tls;
    Thread.ofVirtual().start(() -> accept(behind));
  }

  /// Makes a certificate authority and a key of `localhost` that it signed.
  ///
  /// @return the authority's certificate, in PEM
  public static Path certify(Path keys) throws IOException, InterruptedException {
    return certify(keys, "dns:localhost,dns:pollux.test,ip:127.0.0.1", "-0d");
  }

  /// @param names of the server, as keytool writes them
  /// @param since when the key holds, for two days: `-9d`
  public static Path certify(Path keys, String names, String since)
      throws IOException, InterruptedException {
    String store = keys.toString();
    keytool(store, "-genkeypair", "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "server",
        "-dname",
        "CN=localhost",
        "-signer",
        "ca",
        "-ext",
        "san=" + names,
        "-startdate",
        since);
    Path pem = keys.resolveSibling("ca.pem");
    keytool(store, "-exportcert", "-alias", "ca", "-rfc", "-file", pem.toString());
    // So that the server shows the key of `localhost`, and not the authority's.
    keytool(store, "-delete", "-alias", "ca");
    return pem;
  }

  private static void keytool(String store, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(args));
    command.addAll(List.of("-keystore", store, "-storepass", "changeit", "-storetype", "PKCS12"));
    if (args[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
    }
    Path said = Path.of(store + ".txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(Files.readString(said));
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept(ToIntFunction<String> behind) {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread.ofVirtual().start(() -> join(caller, behind));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private static void join(Socket caller, ToIntFunction<String> behind) {
    try {
      SSLSocket tls = (SSLSocket) caller;
      tls.startHandshake();
      int port = behind.applyAsInt(tls.getApplicationProtocol());
      Socket service = new Socket(InetAddress.getLoopbackAddress(), port);
      Thread.ofVirtual().start(() -> pump(service, caller));
      pump(caller, service);
    } catch (IOException _) {
      close(caller);
    }
  }

  /// Copies until one of the two has ended, then ends both.
  static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(local(buffer, n));
        out.flush();
      }
    } catch (IOException _) {
      // The other side hears it by the close below.
    }
    close(from);
    close(to);
  }

  private static byte[] local(byte[] buffer, int length) {
    String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    return text.replace("\r\nHost: pollux.test:", "\r\nHost: localhost:")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone already.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
