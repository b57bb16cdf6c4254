package dev.pollux.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.TestKeys;
import dev.pollux.testing.ZetaSqlOracle;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code that is shown is code that runs: as it stands, against the sandbox.
class CodeTest {
  private static final TableRef SOURCE = new TableRef(Sandbox.PROJECT, "samples", "sotu_passages");
  private static final String TOKEN = "secret";

  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;
  private static TableInfo source;

  @BeforeAll
  static void open() throws Exception {
    sandbox =
        Sandbox.start(new SandboxOptions(data, 0, 0, Optional.of(TOKEN), 100, Clock.systemUTC()));
    cloud = SandboxClouds.open(sandbox);
    source = cloud.catalog().table(SOURCE).orElseThrow();
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  @Test
  void theShellScriptRuns() throws Exception {
    Path script = Files.writeString(data.resolve("job.sh"), CurlCode.of(job("curl")));
    assertThat(run(List.of("/bin/sh", script.toString()))).contains("JOB_STATE_SUCCEEDED");
    assertAnswered("curl");
  }

  @Test
  void theJavaProgramCompilesAndRuns() throws Exception {
    Path file = Files.writeString(data.resolve("BatchOverRows.java"), JavaCode.of(job("java")));
    String classPath = System.getProperty("java.class.path");
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                data.toString(),
                file.toString());
    assertThat(errors).as("javac's errors stand above").isZero();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String withOurs = data + System.getProperty("path.separator") + classPath;
    assertThat(run(List.of(java, "-cp", withOurs, "BatchOverRows")))
        .contains("JOB_STATE_SUCCEEDED");
    assertAnswered("java");
  }

  @Test
  void thePythonProgramCompiles() throws Exception {
    assumeTrue(hasPython(), "there is no python3 here to compile it");
    Path file = Files.writeString(data.resolve("job.py"), PythonCode.of(job("python")));
    assertThat(run(List.of("python3", "-m", "py_compile", file.toString()))).isEmpty();
  }

  @Test
  void theStatementsMeanWhatTheJobDoes() {
    CodeJob job = job("sql");
    Query made = job.makes().orElseThrow();
    ZetaSqlOracle oracle =
        new ZetaSqlOracle()
            .table(
                SOURCE.toString(),
                "SELECT 1 AS id, 1790 AS year, 'W' AS president, 'none' AS party, 1 AS passage, 'A \"text\"' AS text");
    Query inlined = new Query(SqlCode.inlined(made), Map.of(), made.location(), made.destination());
    assertThat(inlined.sql()).doesNotContain("@");
    assertThat(besideTheirKeys(oracle, inlined)).isEqualTo(besideTheirKeys(oracle, made));
    String all = SqlCode.of(job);
    String select = all.substring(all.indexOf("SELECT * EXCEPT"), all.lastIndexOf(';'));
    oracle.table(
        job.request().destination().toString(),
        "SELECT 1 AS id, '{}' AS request, '' AS status, JSON '{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\\\"subject\\\\\":\\\\\"war\\\\\",\\\\\"confidence\\\\\":0.5,\\\\\"words\\\\\":[1]}\"}]}}]}' AS response");
    assertThat(oracle.evaluate(select).names())
        .containsExactly("id", "status", "answer_subject", "answer_confidence", "answer_words");
    assertThat(oracle.evaluate(select).rows().getFirst().subList(2, 5))
        .containsExactly("\"war\"", "0.5", "\"[1]\"");
  }

  /// The rows without their keys, which are other ones each time.
  private static List<List<String>> besideTheirKeys(ZetaSqlOracle oracle, Query query) {
    return MadeRequests.evaluate(oracle, query).rows().stream()
        .map(row -> row.subList(1, row.size()))
        .toList();
  }

  @Test
  void forGoogleTheAddressesAndCredentialsAreGoogles() {
    CodeJob local = job("google");
    CodeJob job = new CodeJob(local.request(), local.makes(), List.of(), Optional.empty());
    for (String code :
        List.of(CurlCode.of(job), PythonCode.of(job), JavaCode.of(job), SqlCode.of(job))) {
      assertThat(code).doesNotContain("127.0.0.1").doesNotContain("POLLUX_TOKEN");
    }
    assertThat(CurlCode.of(job))
        .contains("https://us-central1-aiplatform.googleapis.com/v1/projects/")
        .contains("gcloud auth print-access-token");
  }

  private static CodeJob job(String name) {
    TableRef requests = new TableRef(Sandbox.PROJECT, "mine", name + "_requests");
    RequestSpec spec =
        RequestSpec.of("Which \"subject\"?\n'{{text}}' \\ é 😀 $HOME `x`", "Say \"one\" word.")
            .withGuard(true);
    RequestSql sql =
        RequestSql.of(
            SOURCE,
            source.schema(),
            spec,
            TestKeys.MARKS,
            new RowChoice(List.of(), OptionalLong.of(20), true, "x"),
            requests,
            Location.US_CENTRAL1);
    BatchRequest request =
        new BatchRequest(
            Sandbox.PROJECT,
            Location.US_CENTRAL1,
            "It's \"" + name + "\"",
            GeminiModel.of("gemini-2.5-flash"),
            requests,
            new TableRef(Sandbox.PROJECT, "mine", name + "_answers"),
            Map.of());
    return new CodeJob(
        request,
        Optional.of(sql.query()),
        List.of(
            Field.of("subject", FieldType.STRING),
            Field.of("confidence", FieldType.FLOAT64),
            Field.of("words", FieldType.JSON)),
        Optional.of(URI.create(sandbox.restUrl())));
  }

  private static void assertAnswered(String name) throws Exception {
    TableRef answers = new TableRef(Sandbox.PROJECT, "mine", name + "_answers");
    assertThat(cloud.catalog().table(answers).orElseThrow().rows()).isEqualTo(20);
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("POLLUX_TOKEN", TOKEN);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
