package dev.pollux.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.testing.ConnectProxy;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.TlsFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `pollux doctor` as a process of its own: its one object, how it ends, and that it loads nothing
/// of JavaFX and tells no secret.
class DoctorProcessTest {
  private static final String CANARY = "canary-2f9a41";
  @TempDir private static Path folder;
  private static SandboxProcess sandbox;
  private static Path ready;

  private record Ended(int code, String out, String err, long fxClasses) {
    JsonNode json() {
      assertThat(err).isEmpty();
      assertThat(out.lines()).as("one line").hasSize(1);
      return JsonMapper.shared().readTree(out);
    }
  }

  @BeforeAll
  static void serve() throws IOException {
    sandbox = SandboxProcess.start(folder.resolve("sandbox"));
    ready = folder.resolve("ready.json");
    Files.writeString(
        ready,
        """
        {"rest":"%s","grpc":"%s","token":"%s","project":"pollux-sandbox"}
        """
            .formatted(sandbox.rest(), sandbox.grpc(), sandbox.token()));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void noFaults() throws Exception {
    sandbox.json("PUT", "/sandbox/v1/faults", "{\"quotaPercent\":0,\"unavailablePercent\":0}");
  }

  private static Ended doctor(Map<String, String> environment, String... more)
      throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Duser.language=en", "-Dstdout.encoding=UTF-8"));
    command.add("-Xlog:class+load:file=" + classes);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pollux.Main"));
    command.addAll(List.of("doctor", "--data", folder.resolve("data").toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    try (Stream<String> lines = Files.lines(classes)) {
      return new Ended(
          code,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8),
          lines.filter(line -> line.contains("] javafx.")).count());
    }
  }

  private static List<String> failing(JsonNode report) {
    List<String> ids = new ArrayList<>();
    for (JsonNode step : report.path("steps")) {
      assertThat(step.propertyNames()).containsExactly("id", "ok", "words", "remedy");
      if (!step.path("ok").asBoolean() && !step.path("remedy").asString().isEmpty()) {
        ids.add(step.path("id").asString());
      }
    }
    return ids;
  }

  @Test
  void againstTheSandboxAllIsWell() throws Exception {
    Ended ended = doctor(Map.of(), "--sandbox", ready.toString(), "--json");
    JsonNode report = ended.json();
    assertThat(report.propertyNames()).containsExactly("ok", "steps");
    assertThat(failing(report)).as(ended.out).isEmpty();
    assertThat(report.path("ok").asBoolean()).isTrue();
    assertThat(report.path("steps").size()).isEqualTo(13);
    assertThat(ended.code).isZero();
    assertThat(ended.fxClasses).isZero();
    assertThat(ended.out).doesNotContain(sandbox.token());
  }

  @Test
  void aServiceThatIsAwayIsOneLine() throws Exception {
    sandbox.json("PUT", "/sandbox/v1/faults", "{\"unavailablePercent\":100}");
    Ended ended = doctor(Map.of(), "--sandbox", ready.toString(), "--json");
    assertThat(failing(ended.json())).as(ended.out).containsExactly("jobs");
    assertThat(ended.code).isEqualTo(6);
    sandbox.json("PUT", "/sandbox/v1/faults", "{\"unavailablePercent\":0,\"quotaPercent\":100}");
    ended = doctor(Map.of(), "--sandbox", ready.toString(), "--json");
    assertThat(failing(ended.json())).as(ended.out).containsExactly("jobs");
    assertThat(ended.out).contains("limit");
  }

  @Test
  void aProjectThatIsNotThereIsSaid() throws Exception {
    Ended ended =
        doctor(Map.of(), "--sandbox", ready.toString(), "--project", "nobody-123", "--json");
    assertThat(failing(ended.json())).as(ended.out).contains("project", "jobs");
    assertThat(ended.code).isEqualTo(6);
  }

  @Test
  void withoutNetworkItEndsInTimeAndTellsNoSecret() throws Exception {
    // A host that takes the connection and never says a word.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path file = folder.resolve("adc.json");
      Files.writeString(
          file,
          """
          {"type":"authorized_user","client_id":"c","client_secret":"%s","refresh_token":"%s",
           "token_uri":"http://127.0.0.1:%d/token"}\
          """
              .formatted(CANARY, CANARY, silent.getLocalPort()));
      Map<String, String> environment = new HashMap<>();
      environment.put("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
      // Names that no resolver knows, by a proxy that is not there.
      environment.put("JDK_JAVA_OPTIONS", "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=1");
      long from = System.nanoTime();
      Ended ended = doctor(environment, "--project", "my-project-123", "--json");
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from)).isLessThan(10);
      JsonNode report = JsonMapper.shared().readTree(ended.out);
      assertThat(failing(report)).as(ended.out).contains("token");
      assertThat(ended.code).isEqualTo(6);
      assertThat(ended.out + ended.err).doesNotContain(CANARY, "Exception", "\tat ");
      try (Stream<Path> kept = Files.walk(folder.resolve("data"))) {
        for (Path one : kept.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(one, StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
        }
      }
    }
  }

  /// What a person's computer has behind a proxy of an organisation that reads along.
  private static Map<String, String> behind(
      ConnectProxy proxy, String password, FakeIdentity identity, TlsFront rest, TlsFront grpc)
      throws IOException {
    Path file = folder.resolve("person.json");
    Files.writeString(file, identity.user(CANARY));
    Map<String, String> environment = new HashMap<>();
    environment.put("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
    environment.put("SSL_CERT_FILE", folder.resolve("ca.pem").toString());
    environment.put("HTTPS_PROXY", "http://ana:" + password + "@127.0.0.1:" + proxy.port());
    for (String service : List.of("BIGQUERY", "CLOUDRESOURCEMANAGER", "CLOUDBILLING")) {
      environment.put(
          "CLOUDSDK_API_ENDPOINT_OVERRIDES_" + service, "https://pollux.test:" + rest.port());
    }
    environment.put(
        "CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM", "https://pollux.test:" + grpc.port());
    return environment;
  }

  @Test
  void allIsWellThroughTlsAndAProxyWithAPassword() throws Exception {
    Path keys = folder.resolve("keys.p12");
    TlsFront.certify(keys);
    try (FakeIdentity identity = new FakeIdentity();
        TlsFront rest = new TlsFront(keys, URI.create(sandbox.rest()).getPort(), "http/1.1");
        TlsFront grpc = new TlsFront(keys, URI.create("//" + sandbox.grpc()).getPort(), "h2");
        ConnectProxy proxy = new ConnectProxy("ana", "p@ss:word")) {
      identity.always = sandbox.token();
      Ended ended =
          doctor(
              behind(proxy, "p%40ss:word", identity, rest, grpc),
              "--project",
              "pollux-sandbox",
              "--json");
      JsonNode report = ended.json();
      assertThat(failing(report)).as(ended.out).isEmpty();
      assertThat(ended.code).isZero();
      assertThat(proxy.tunnels)
          .as("both clients")
          .contains("pollux.test:" + rest.port(), "pollux.test:" + grpc.port());
      assertThat(ended.out).doesNotContain(CANARY, "ss:word", sandbox.token());

      Ended wrong =
          doctor(
              behind(proxy, "wr0ng", identity, rest, grpc),
              "--project",
              "pollux-sandbox",
              "--json");
      assertThat(failing(JsonMapper.shared().readTree(wrong.out)))
          .as(wrong.out)
          .containsExactly("clock");
      assertThat(wrong.out).contains("export HTTPS_PROXY=").doesNotContain("wr0ng", "Exception");
      assertThat(wrong.code).isEqualTo(6);
    }
  }

  @Test
  void theAccountOfAMachineIsFoundByItsMetadata() throws Exception {
    try (FakeIdentity identity = new FakeIdentity()) {
      Map<String, String> environment = new HashMap<>();
      environment.put("CLOUDSDK_CONFIG", folder.resolve("no-gcloud").toString());
      environment.put("GCE_METADATA_HOST", identity.address().replace("http://", ""));
      environment.put("JDK_JAVA_OPTIONS", "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=1");
      Ended ended = doctor(environment, "--project", "my-project-123", "--json");
      JsonNode steps = JsonMapper.shared().readTree(ended.out).path("steps");
      assertThat(steps.get(0).path("words").asString())
          .isEqualTo("Signed in: the account of this machine");
      assertThat(steps.get(1).path("words").asString())
          .contains("of machine@p.iam.gserviceaccount.com");
    }
  }

  @Test
  void withoutCredentialsTheLineSaysHowToSignIn() throws Exception {
    Map<String, String> environment =
        Map.of("GOOGLE_APPLICATION_CREDENTIALS", folder.resolve("none.json").toString());
    Ended ended = doctor(environment, "--project", "my-project-123", "--json");
    JsonNode report = ended.json();
    assertThat(failing(report)).containsExactly("sign-in");
    assertThat(report.path("steps").get(0).path("remedy").asString())
        .endsWith("gcloud auth application-default login");
    assertThat(ended.code).isEqualTo(6);
    Ended words = doctor(environment, "--project", "my-project-123");
    assertThat(words.out)
        .containsPattern("MEND   Signed in: .*none\\.json is not there, or holds no credentials")
        .contains("0 fine, 1 to mend, 12 not tried.");
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    assertThat(doctor(Map.of(), "--sandbox", "{}").code).isEqualTo(2);
    assertThat(doctor(Map.of(), "--location", "!").code).isEqualTo(2);
    assertThat(doctor(Map.of(), "--model", "publishers/other/models/x").code).isEqualTo(2);
  }
}
