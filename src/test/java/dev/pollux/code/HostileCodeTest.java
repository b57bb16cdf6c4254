package dev.pollux.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.cloud.Query;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableRef;
import dev.pollux.testing.ZetaSqlOracle;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prompts and names come from recipes of others. Shown code reads as it runs: a text is one
/// literal of its language, with the same value, whatever stands in it.
class HostileCodeTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  static List<String> hostile() {
    return List.of(
        "'; touch pwned; '",
        "$(touch pwned)",
        "`touch pwned`",
        "x\nJSON\ntouch pwned\ncat <<'JSON'",
        "x\r\nJSON\r\ntouch pwned",
        "\"); System.exit(1); (\"",
        "\\u0022); System.exit(1); (\\u0022",
        "\\\\u0022 \\",
        "\"\"\"\nimport os\n\"\"\"",
        "'''\nimport os\n'''",
        "{} {0} %s ${HOME} #{x} {{x}}",
        "*/ // -- # ;",
        "\u202egnp.exe\u202c \u2066x\u2069 \u200b\u00ad\ufeff\u061c",
        "tags \udb40\udc41\udb40\udc7f, selectors \ufe0f\udb40\udd00, fillers \u3164\u2800",
        "\u0000\u0001\u000b\u000c\u001b[31m\u007f\u0085\u2028\u2029\u00a0",
        "👩‍👩‍👧 é ﬃ שלום",
        "@text0 `@head` @");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingInvisibleIsShown(String text) {
    CodeJob job = job(text);
    for (String code :
        List.of(CurlCode.of(job), PythonCode.of(job), JavaCode.of(job), SqlCode.of(job))) {
      assertThat(code.codePoints().filter(HostileCodeTest::isTricky).boxed().toList())
          .as(code)
          .isEmpty();
    }
  }

  private static boolean isTricky(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.CONTROL && c != '\n')
        || (type == Character.SPACE_SEPARATOR && c != ' ');
  }

  @Test
  void javaReadsEveryLiteralBack() throws Exception {
    String literals =
        hostile().stream().map(StringEscapes::java).collect(Collectors.joining(",\n"));
    Path source =
        Files.writeString(
            folder.resolve("Literals.java"),
            "public class Literals { public static void main(String[] a) {\n"
                + "for (String s : new String[] {"
                + literals
                + "}) { for (char c : s.toCharArray()) System.out.print((int) c + \" \");"
                + " System.out.println(); } } }");
    List<String> files = new ArrayList<>(List.of(source.toString()));
    for (int i = 0; i < hostile().size(); i++) {
      String name = "BatchOverRows" + i;
      String code = JavaCode.of(job(hostile().get(i))).replace("BatchOverRows", name);
      files.add(Files.writeString(folder.resolve(name + ".java"), code).toString());
    }
    assertThat(compiled(files)).as("javac's errors stand above").isZero();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> units =
        hostile().stream()
            .map(text -> text.chars().mapToObj(c -> c + " ").collect(Collectors.joining()))
            .toList();
    assertThat(run(List.of(java, "-cp", folder.toString(), "Literals")).lines())
        .containsExactlyElementsOf(units);
  }

  private int compiled(List<String> files) {
    List<String> options = new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8"));
    options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    options.addAll(List.of("-d", folder.toString()));
    options.addAll(files);
    return ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, options.toArray(String[]::new));
  }

  @Test
  void pythonReadsEveryLiteralBack() throws Exception {
    assumeTrue(isThere("python3"), "there is no python3 here to read them");
    Path reader =
        Files.writeString(
            folder.resolve("reader.py"),
            """
            import ast, json, sys
            for path in sys.argv[1:]:
                tree = ast.parse(open(path, encoding="utf-8").read())
                names = [k.value.value for n in ast.walk(tree) if isinstance(n, ast.Call)
                         for k in n.keywords if k.arg == "display_name"]
                values = [n.args[2].value for n in ast.walk(tree) if isinstance(n, ast.Call)
                          and getattr(n.func, "attr", "") == "ScalarQueryParameter"]
                print(json.dumps([names, values]))
            """);
    List<String> command = new ArrayList<>(List.of("python3", reader.toString()));
    for (int i = 0; i < hostile().size(); i++) {
      Path file = folder.resolve("job" + i + ".py");
      command.add(Files.writeString(file, PythonCode.of(job(hostile().get(i)))).toString());
    }
    List<String> read = run(command).lines().toList();
    for (int i = 0; i < hostile().size(); i++) {
      String text = hostile().get(i);
      assertThat(JSON.readTree(read.get(i)))
          .as(text)
          .isEqualTo(JSON.valueToTree(List.of(List.of(text), List.of(text))));
    }
  }

  /// With a curl that writes down what it was given.
  @ParameterizedTest
  @MethodSource("hostile")
  void theShellSendsTheTextAndRunsNothingOfIt(String text) throws Exception {
    for (String shell : List.of("sh", "bash")) {
      assumeTrue(isThere(shell), "there is no " + shell + " here to run it");
      Path work = Files.createDirectories(folder.resolve(shell));
      Path curl =
          Files.writeString(
              work.resolve("curl"),
              """
              #!/bin/sh
              case "$*" in
                *"-d @-"*) cat >> sent ;;
              esac
              echo '{"name": "projects/1/locations/x/batchPredictionJobs/1", "state": "JOB_STATE_SUCCEEDED"}'
              """);
      Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwx------"));
      Path script = Files.writeString(work.resolve("job.sh"), CurlCode.of(job(text)));
      Process process =
          start(List.of(shell, script.toString()), work, work + ":" + System.getenv("PATH"));
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(work.resolve("pwned")).doesNotExist();
      List<JsonNode> sent =
          Files.readString(work.resolve("sent")).lines().<JsonNode>map(JSON::readTree).toList();
      assertThat(sent).hasSize(2);
      assertThat(sent.getFirst().at("/queryParameters/0/parameterValue/value").asString())
          .isEqualTo(text);
      assertThat(sent.getLast().path("displayName").asString()).isEqualTo(text);
    }
  }

  @Test
  void googleSqlReadsEveryLiteralBack() {
    ZetaSqlOracle oracle = new ZetaSqlOracle();
    for (String text : hostile()) {
      String bytes =
          text.codePoints().mapToObj(Integer::toString).collect(Collectors.joining(", "));
      String same =
          "SELECT " + StringEscapes.python(text) + " = CODE_POINTS_TO_STRING([" + bytes + "])";
      assertThat(oracle.evaluate(same).rows().getFirst()).as(text).containsExactly("true");
    }
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertThat(StringEscapes.java("a\ud83db")).isEqualTo("\"a\ufffdb\"");
    assertThat(StringEscapes.python("\ude00")).isEqualTo("\"\ufffd\"");
  }

  private static CodeJob job(String text) {
    TableRef made = new TableRef("p", "d", "made");
    Query query =
        new Query(
            "CREATE TABLE " + made.sql() + " AS SELECT @text0 AS request",
            Map.of("text0", Query.Parameter.string(text)),
            Location.US_CENTRAL1,
            Optional.empty());
    BatchRequest request =
        new BatchRequest(
            "p",
            Location.US_CENTRAL1,
            text,
            GeminiModel.of("gemini-2.5-flash"),
            made,
            new TableRef("p", "d", "answers"),
            Map.of());
    URI nowhere = URI.create("http://127.0.0.1:1");
    return new CodeJob(request, Optional.of(query), List.of(), Optional.of(nowhere));
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "-c", "").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Process process = start(command, folder, System.getenv("PATH"));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static Process start(List<String> command, Path work, String path) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(work.toFile());
    builder.environment().put("PATH", path);
    builder.environment().put("POLLUX_TOKEN", "t");
    return builder.start();
  }
}
