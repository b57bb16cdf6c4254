package dev.pollux.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pollux.sandbox.sql.function.Calls;
import dev.pollux.sandbox.sql.type.Parameter;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lists in package-info are what the code does: all that is listed is answered, all that the
/// code knows is listed, and what is listed as refused is refused in those words.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedFunctionsTest {
  private static final Path SIGN =
      Path.of("src/main/java/dev/pollux/sandbox/sql/package-info.java");

  /// Those that the oracle does not know, so that statements.sql has none.
  private static final List<String> UNKNOWN_TO_THE_ORACLE =
      List.of(
          "SELECT APPROX_COUNT_DISTINCT(x) FROM UNNEST([1, 1, 2]) x",
          "SELECT ST_ASTEXT(g) FROM d.geo");

  private DuckBench bench;

  @BeforeAll
  void tables() throws SQLException, SqlException {
    bench = new DuckBench();
    for (String line : text("tables.sql").split(";\n", -1)) {
      if (line.contains(" := ")) {
        bench.table(line.split(" := ", 2)[0], line.split(" := ", 2)[1]);
      }
    }
    bench.table(
        "p.d.geo", new SqlColumn("g", SqlType.Scalar.GEOGRAPHY), "SELECT 'POINT(1 2)' AS g");
  }

  @AfterAll
  void close() throws SQLException {
    bench.close();
  }

  /// What stands behind a heading, up to the first point.
  private static List<String> listed(String heading, String separator) {
    try {
      String text = Files.readString(SIGN).replaceAll("\n/// ?", " ");
      return Pattern.compile("\\*\\*" + heading + "\\*\\*: ([^.]*)\\.")
          .matcher(text)
          .results()
          .flatMap(m -> Arrays.stream(m.group(1).strip().split(separator + "\\s+", -1)))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(ServedFunctionsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> examples(String name) {
    Map<String, String> examples = new LinkedHashMap<>();
    text(name)
        .lines()
        .map(line -> line.split(" := ", 2))
        .forEach(parts -> examples.put(parts[0], parts[1]));
    return examples;
  }

  static Stream<String> functions() {
    return listed("Functions of [a-z A-Z]*", ",").stream();
  }

  static Stream<String> forms() {
    return Stream.of("Statements", "Queries", "Expressions").flatMap(h -> listed(h, ";").stream());
  }

  static Stream<String> refused() {
    return listed("Refused", ";").stream();
  }

  @Test
  void listsAllThatTheCodeKnows() {
    assertThat(functions().toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Calls.names());
    List<String> types =
        new ArrayList<>(Arrays.stream(SqlType.Scalar.values()).map(Enum::name).toList());
    types.addAll(List.of("ARRAY", "STRUCT", "RANGE"));
    assertThat(listed("Types", ",")).containsExactlyElementsOf(types);
    assertThat(forms().toList()).containsExactlyElementsOf(examples("served.txt").keySet());
    assertThat(refused().toList()).containsExactlyElementsOf(examples("unserved.txt").keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void answersEachFunction(String name) throws SqlException, SQLException {
    Pattern call = Pattern.compile("(?<![\\w.])" + name + "\\(");
    String example =
        Stream.concat(
                Arrays.stream(text("statements.sql").split(";\n", -1)).map(String::strip),
                UNKNOWN_TO_THE_ORACLE.stream())
            .filter(s -> !s.startsWith("-- refused") && call.matcher(s).find())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no statement in statements.sql calls " + name));
    bench.rows((Translation.Select) GoogleSql.translate(example, Parameters.none(), bench));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void answersEachForm(String form) throws SqlException, SQLException {
    String sql = examples("served.txt").get(form);
    Parameter one = new Parameter.Single(SqlType.Scalar.INT64, "1");
    Parameters parameters = new Parameters(Map.of("one", one), List.of(one));
    if (GoogleSql.translate(sql, parameters, bench) instanceof Translation.Select select) {
      assertThat(bench.rows(select)).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesInThoseWords(String form) {
    String sql = examples("unserved.txt").get(form);
    SqlException refused =
        catchThrowableOfType(
            SqlException.class, () -> GoogleSql.translate(sql, Parameters.none(), bench));
    assertThat(refused).as(sql).isNotNull();
    assertThat(refused.text()).contains("not served by the sandbox");
  }
}
