package dev.pollux.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Field;
import dev.pollux.domain.PartitionColumn;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableStorage;
import dev.pollux.domain.Value;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.ComparedTable;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The figures of rows that are here are those of a query over the same rows, by the sandbox and by
/// Google's own engine.
class TableProfileTest {
  private static final TableRef SOURCE = new TableRef(Sandbox.PROJECT, "mine", "profiled");
  private static final String ROWS =
      """
      SELECT 'a' AS e, CAST(NULL AS STRING) AS s, CAST(NULL AS BYTES) AS y, 1 AS i, CAST('nan' AS FLOAT64) AS f,
        NUMERIC '99999999999999999999999999999.999999999' AS n,
        BIGNUMERIC '1.23456789012345678901234567890123456789' AS g, TRUE AS b,
        DATE '0001-01-01' AS d, TIMESTAMP '2024-01-31 12:00:00.5+00' AS ts,
        DATETIME '2024-01-31 12:00:00' AS dt, TIME '08:00:00' AS t, JSON '{"a": [1, null]}' AS j,
        STRUCT('x' AS city, 0.5 AS size) AS o, ['a', '', 'b'] AS l,
        [STRUCT(1 AS p, CAST(NULL AS STRING) AS q)] AS m
      UNION ALL SELECT 'bb', '', b'', -3, CAST('nan' AS FLOAT64), NUMERIC '-7', BIGNUMERIC '0', FALSE,
        DATE '9999-12-31', TIMESTAMP '1969-07-20 20:17:40+00', DATETIME '1999-12-31 23:59:59',
        TIME '23:59:59', JSON 'null', STRUCT('', CAST(NULL AS FLOAT64)), CAST([] AS ARRAY<STRING>), NULL
      UNION ALL SELECT NULL, ' \\t\\r\\n ', b'\\x00\\xff', NULL, -0.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, ['a', '', 'b'], [STRUCT(1, 'é'), STRUCT(2, '')]
      UNION ALL SELECT NULL, '\u00a0', b'abc', 1, CAST('-inf' AS FLOAT64), NUMERIC '0.10', BIGNUMERIC '0', TRUE,
        DATE '0001-01-01', TIMESTAMP '2024-01-31 12:00:00.5+00', DATETIME '2024-01-31 12:00:00.25',
        TIME '08:00:00.000001', JSON '"a"', STRUCT('x', 0.5), ['😀'], NULL
      UNION ALL SELECT NULL, 'Zoo 😀\\000\\'"{{s}}', b'abc', 1, 1e300, NUMERIC '0.1', BIGNUMERIC '-100000000000000000000000000000000000000', FALSE,
        DATE '2024-02-29', NULL, NULL, NULL, JSON '12.50', NULL, NULL, NULL
      UNION ALL SELECT NULL, REPEAT('é', 3000), b'abc', 9223372036854775807, 0.1, NUMERIC '0.1',
        BIGNUMERIC '0', TRUE, NULL, NULL, NULL, NULL, JSON '[]', STRUCT(CAST(NULL AS STRING), 1.0), NULL, NULL
      UNION ALL SELECT NULL, 'ﬃ', NULL, 10, 0.1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT NULL, '😀', NULL, 11, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT NULL, 'twice', NULL, 12, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT NULL, 'twice', NULL, 13, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT NULL, 'a', NULL, 14, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT NULL, 'b', NULL, 15, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT NULL, 'c', NULL, 16, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      """;

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();
  private static ComparedTable compared;

  @BeforeAll
  static void make() throws Exception {
    compared = ComparedTable.of(SANDBOX.cloud(), SOURCE, ROWS);
  }

  private static TableProfile here() {
    return ProfiledRows.of(compared.info().schema(), compared.rows());
  }

  private static ColumnProfile column(String name) {
    return here().columns().stream()
        .filter(one -> one.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSandboxCountsTheSame() throws Exception {
    ProfileSql sql = ProfileSql.of(compared.info()).orElseThrow();
    List<Row> answer = SANDBOX.cloud().queries().run(sql.query(), "profile_all").rows();
    assertThat(sql.profile(answer).rows()).isEqualTo(compared.rows().size());
    assertThat(sql.profile(answer).columns()).containsExactlyElementsOf(here().columns());
  }

  @Test
  void googlesEngineCountsTheSame() {
    ProfileSql sql = ProfileSql.of(compared.info()).orElseThrow();
    ZetaSqlOracle.Result google = MadeRequests.evaluate(compared.oracle(), sql.query());
    List<ColumnProfile> columns = here().columns();
    assertThat(google.rows())
        .containsExactlyElementsOf(
            IntStream.range(0, columns.size()).mapToObj(i -> figures(i, columns.get(i))).toList());
  }

  /// As the oracle writes a row of the answer.
  private static List<String> figures(int place, ColumnProfile of) {
    List<String> frequent =
        new ArrayList<>(
            of.frequent().stream()
                .map(one -> "{\"" + one.text() + "\", " + one.rows() + "}")
                .toList());
    if (of.nulls() > 0 && frequent.size() < ColumnProfile.MOST) {
      frequent.add("{NULL, " + of.nulls() + "}");
    }
    Lengths lengths = of.lengths().orElseThrow();
    return List.of(
        Integer.toString(place),
        Long.toString(of.rows()),
        Long.toString(of.nulls()),
        Long.toString(of.blank()),
        Long.toString(of.distinct()),
        Long.toString(of.letters()),
        Long.toString(lengths.least()),
        Long.toString(lengths.middle()),
        Long.toString(lengths.most()),
        frequent.toString());
  }

  @Test
  void saysWhatIsEmptyLongAndRepeated() {
    ColumnProfile text = column("s");
    assertThat(text.nulls()).isOne();
    assertThat(text.blank()).as("'' and spaces, but no space of typography").isEqualTo(2);
    assertThat(text.distinct()).isEqualTo(11);
    assertThat(text.repeated()).as("the second 'twice'").isOne();
    assertThat(text.lengths()).contains(new Lengths(0, 1, 3000));
    assertThat(text.frequent().getFirst()).isEqualTo(new Frequent("twice", 2));
    assertThat(text.frequent()).allMatch(one -> one.text().length() <= ColumnProfile.SHOWN);

    assertThat(column("e").lengths()).as("the lower of two").contains(new Lengths(1, 1, 2));

    assertThat(column("y").measure()).isEqualTo(Measure.BYTES);
    assertThat(column("y").lengths()).contains(new Lengths(0, 3, 3));
    assertThat(column("f").frequent()).contains(new Frequent("nan", 2));
    assertThat(column("l").nulls()).as("a list is never NULL in a table").isZero();
    assertThat(column("l").blank()).isEqualTo(10);
    assertThat(column("l").lengths()).contains(new Lengths(0, 0, 3));
    assertThat(column("m").measure()).isEqualTo(Measure.ELEMENTS);
  }

  @Test
  void aTableWithoutRowsHasNoFigures() throws Exception {
    TableProfile none = ProfiledRows.of(compared.info().schema(), List.of());
    assertThat(none.columns())
        .allMatch(one -> one.rows() == 0 && one.lengths().isEmpty() && one.tokensOfRow() == 0);
    ProfileSql sql = ProfileSql.of(compared.info()).orElseThrow();
    assertThat(sql.profile(List.of())).isEqualTo(none);
  }

  @Test
  void leavesOutColumnsWithPolicyTagsAndSaysNothingWhereAFilterIsRequired() {
    TableInfo tagged = with(new TableStorage(Optional.empty(), 0, Set.of("s"), Optional.empty()));
    assertThat(ProfileSql.of(tagged).orElseThrow().fields().stream().map(Field::name))
        .doesNotContain("s")
        .contains("y");
    assertThat(ProfileSql.of(tagged).orElseThrow().query().sql()).doesNotContain("`s`");
    TableInfo narrowed =
        with(
            new TableStorage(
                Optional.of(new PartitionColumn("d", true)), 0, Set.of(), Optional.empty()));
    assertThat(ProfileSql.of(narrowed)).isEmpty();
  }

  private static TableInfo with(TableStorage storage) {
    TableInfo info = compared.info();
    return new TableInfo(
        info.ref(),
        info.kind(),
        info.location(),
        info.schema(),
        info.rows(),
        info.bytes(),
        info.created(),
        info.modified(),
        info.expires(),
        info.description(),
        storage);
  }

  @Test
  void aListThatIsNullIsAnEmptyOne() {
    Field list = compared.info().schema().find("l").orElseThrow();
    TableProfile one =
        ProfiledRows.of(
            new dev.pollux.domain.TableSchema(List.of(list)),
            List.of(new Row(List.of(Value.NULL))));
    assertThat(one.columns().getFirst().empty()).isOne();
  }
}
