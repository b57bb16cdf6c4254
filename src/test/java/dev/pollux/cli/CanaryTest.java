package dev.pollux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.settings.SettingsStore;
import dev.pollux.testing.CommandProcess;
import dev.pollux.testing.CommandProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that stands in the credentials, in the environment and in the arguments of a process
/// stands in nothing that it leaves: journal, settings, kept texts, what it prints and logs.
class CanaryTest {
  private static final String CANARY = "canary7f3b91e4";
  private static final String RECIPE =
      "{\"pollux\":1,\"template\":\"Which subject? {{text}}\",\"model\":\"gemini-3.8-flash\"}";

  @TempDir private Path folder;
  private Path data;

  @Test
  void aTokenAmongTheArgumentsIsNowhere() throws Exception {
    data = folder.resolve("data");
    Path recipe = Files.writeString(folder.resolve("r.pollux.json"), RECIPE);
    try (SandboxProcess sandbox =
        SandboxProcess.start(folder.resolve("sandbox"), "--token", CANARY + "token")) {
      Ended ended =
          run(
              environment("http://127.0.0.1:9"),
              "submit",
              recipe.toString(),
              "--table",
              "samples.sotu_passages",
              "--limit",
              "3",
              "--to",
              "mine.canary",
              "--yes",
              "--sandbox",
              sandbox.ready());
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(data.resolve("journal.sqlite")).isNotEmptyFile();
    }
    nowhere();
  }

  /// The issuer of tokens says no, and repeats what it was told.
  @Test
  void whatAnIssuerRepeatsIsNowhere() throws Exception {
    data = Files.createDirectory(folder.resolve("data"));
    SettingsStore store = SettingsStore.open(data.resolve("settings.json"));
    store.change(s -> s.onGoogle(new Connection.Google("some-project", Location.US_CENTRAL1)));
    store.save();
    Path recipe = Files.writeString(folder.resolve("r.pollux.json"), RECIPE);
    HttpServer issuer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/",
        exchange -> {
          byte[] said =
              ("{\"error\":\"invalid_grant\",\"error_description\":\"no such assertion\","
                      + "\"access_token\":\""
                      + CANARY
                      + "\",\"sent\":\""
                      + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                      + "\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(400, said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    issuer.start();
    try {
      Map<String, String> environment =
          environment("http://127.0.0.1:" + issuer.getAddress().getPort());
      for (List<String> command :
          List.of(
              List.of("jobs"),
              List.of("submit", recipe.toString(), "--table", "a-project.d.t", "--yes"))) {
        Ended ended = run(environment, command.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isNotZero();
        assertThat(ended.err()).isNotEmpty();
        nowhere();
      }
    } finally {
      issuer.stop(0);
    }
  }

  private Map<String, String> environment(String issuer) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    String key =
        Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
    Path file = folder.resolve("credentials.json");
    Files.writeString(
        file,
        """
        {"type":"service_account","project_id":"some-project","private_key_id":"%1$skey",
         "private_key":"-----BEGIN PRIVATE KEY-----\\n%2$s\\n-----END PRIVATE KEY-----\\n",
         "client_email":"robot@some-project.iam.gserviceaccount.com","client_id":"1",
         "token_uri":"%3$s/token"}
        """
            .formatted(CANARY, key, issuer));
    return Map.of(
        "GOOGLE_APPLICATION_CREDENTIALS",
        file.toString(),
        "POLLUX_SANDBOX_TOKEN",
        CANARY + "environment",
        "GOOGLE_OAUTH_ACCESS_TOKEN",
        CANARY + "access");
  }

  private Ended run(Map<String, String> environment, String... command) throws Exception {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--data", data.toString()));
    return CommandProcess.start(folder, environment, args).end();
  }

  private void nowhere() throws IOException {
    List<Path> left =
        new ArrayList<>(List.of(folder.resolve("out.txt"), folder.resolve("err.txt")));
    try (Stream<Path> files = Files.walk(data)) {
      files.filter(Files::isRegularFile).forEach(left::add);
    }
    for (Path file : left) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain(CANARY)
          .doesNotContain("PRIVATE KEY");
    }
  }
}
