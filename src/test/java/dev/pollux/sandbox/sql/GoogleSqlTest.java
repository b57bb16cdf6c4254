package dev.pollux.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.testing.ZetaSqlOracle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every statement of statements.sql means the same to ZetaSQL and, translated, to DuckDB: the same
/// types, the same values, in the same order where one is asked for. Statements are meant to run;
/// one that is meant to be refused says so in a comment before it, and is refused at the same step
/// by both: as it is read, or as it runs. What DuckDB says in its own words is no refusal, and
/// neither is "not supported": such a statement has no place in the list.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleSqlTest {
  /// What became of a statement.
  private sealed interface Fate {
    /// Types, then rows.
    record Rows(String shown) implements Fate {}

    /// Refused, with the words.
    record Refused(Step step, String words) implements Fate {}

    /// Refused by the engine, or as not served: never right.
    record Failed(String words) implements Fate {}
  }

  /// When a statement is refused.
  private enum Step {
    READING("-- refused as it is read\n"),
    RUNNING("-- refused as it runs\n"),
    /// The oracle looks at what is constant as late as at the rest.
    EARLIER("-- refused as it is read, by the oracle as it runs\n");

    private final String comment;

    Step(String comment) {
      this.comment = comment;
    }

    Step ours() {
      return this == EARLIER ? READING : this;
    }

    Step theirs() {
      return this == EARLIER ? RUNNING : this;
    }
  }

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
    Fate theirs = theirs(statement);
    Fate ours = ours(statement);
    Optional<Step> meant =
        Arrays.stream(Step.values()).filter(s -> statement.startsWith(s.comment)).findFirst();
    if (meant.isEmpty()) {
      assertThat(ours).isInstanceOf(Fate.Rows.class).isEqualTo(theirs);
      return;
    }
    assertThat(step(theirs)).as("%s", theirs).isEqualTo(meant.map(Step::theirs));
    assertThat(step(ours)).as("%s", ours).isEqualTo(meant.map(Step::ours));
  }

  @Test
  void wouldSeeAWrongAnswerAndARefusal() {
    assertThat(ours("SELECT 1")).isEqualTo(theirs("SELECT 1")).isNotEqualTo(theirs("SELECT 2"));
    assertThat(ours("SELECT nothing")).isInstanceOf(Fate.Refused.class);
    assertThat(ours("SELECT FARM_FINGERPRINT('x')")).isInstanceOf(Fate.Failed.class);
    assertThat(refused(new SQLException("Binder Error: No function matches lower(BIGINT)")))
        .isInstanceOf(Fate.Failed.class);
  }

  private static Optional<Step> step(Fate fate) {
    return fate instanceof Fate.Refused refused ? Optional.of(refused.step()) : Optional.empty();
  }

  private Fate theirs(String statement) {
    try {
      var _ = oracle.analyse(statement);
    } catch (ZetaSqlOracle.Refused e) {
      return new Fate.Refused(Step.READING, String.valueOf(e.getMessage()));
    }
    try {
      ZetaSqlOracle.Result result = oracle.evaluate(statement);
      return shown(statement, result.types(), result.rows());
    } catch (ZetaSqlOracle.Refused e) {
      return new Fate.Refused(Step.RUNNING, String.valueOf(e.getMessage()));
    }
  }

  private Fate ours(String statement) {
    try {
      Translation.Select select =
          (Translation.Select) GoogleSql.translate(statement, Parameters.none(), bench);
      List<String> types = select.columns().stream().map(c -> c.type().toString()).toList();
      return shown(statement, types, bench.rows(select));
    } catch (SqlException e) {
      return e.reason() != SqlException.RefusalReason.NOT_IMPLEMENTED
          ? new Fate.Refused(Step.READING, e.text())
          : new Fate.Failed(e.text());
    } catch (SQLException e) {
      return refused(e);
    }
  }

  /// Functions of ours throw; DuckDB passes the exception on with its class.
  private static Fate refused(SQLException e) {
    String words = String.valueOf(e.getMessage());
    return words.contains("IllegalArgumentException: ") || words.contains("ArithmeticException: ")
        ? new Fate.Refused(Step.RUNNING, words)
        : new Fate.Failed(words);
  }

  private static Fate shown(String statement, List<String> types, List<List<String>> rows) {
    Stream<String> lines = rows.stream().map(Object::toString);
    boolean ordered = statement.contains("ORDER BY");
    return new Fate.Rows(
        types + "\n" + String.join("\n", (ordered ? lines : lines.sorted()).toList()));
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
