package dev.pollux.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ZetaSqlOracle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every statement of statements.sql means the same to ZetaSQL and, translated, to DuckDB: the same
/// types, the same values, in the same order where one is asked for; or both refuse it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleSqlTest {
  private static final String REFUSED = "refused";

  private final ZetaSqlOracle oracle = new ZetaSqlOracle();
  private DuckBench bench;

  @BeforeAll
  void tables() throws SQLException, SqlException {
    bench = new DuckBench();
    for (String line : read("tables.sql").toList()) {
      String[] parts = line.split(" := ", 2);
      oracle.table(parts[0], parts[1]);
      bench.table(parts[0], parts[1]);
    }
  }

  @AfterAll
  void close() throws SQLException {
    bench.close();
  }

  static Stream<String> statements() {
    return read("statements.sql");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void meansWhatGoogleSays(String statement) {
    assertThat(ours(statement)).isEqualTo(theirs(statement));
  }

  private String theirs(String statement) {
    try {
      ZetaSqlOracle.Result result = oracle.evaluate(statement);
      return shown(statement, result.types(), result.rows());
    } catch (ZetaSqlOracle.Refused e) {
      return REFUSED;
    }
  }

  private String ours(String statement) {
    try {
      Translation.Select select =
          (Translation.Select) GoogleSql.translate(statement, Parameters.none(), bench);
      List<String> types = select.columns().stream().map(c -> c.type().toString()).toList();
      return shown(statement, types, bench.rows(select));
    } catch (SqlException | SQLException e) {
      return REFUSED;
    }
  }

  private static String shown(String statement, List<String> types, List<List<String>> rows) {
    Stream<String> lines = rows.stream().map(Object::toString);
    boolean ordered = statement.contains("ORDER BY");
    return types + "\n" + String.join("\n", (ordered ? lines : lines.sorted()).toList());
  }

  private static Stream<String> read(String name) {
    try (InputStream in =
        Objects.requireNonNull(GoogleSqlTest.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\n")).map(String::strip).filter(s -> !s.isEmpty());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
