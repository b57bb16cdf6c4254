package dev.pollux.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.table.TableStorage;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.ComparedTable;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        STRUCT('x' AS city, 0.5 AS size, STRUCT(['p', 'q'] AS tags, b'ab' AS raw) AS deep) AS o, ['a', '', 'b'] AS l,
        [STRUCT(1 AS p, CAST(NULL AS STRING) AS q)] AS m
      UNION ALL SELECT 'bb', '', b'', -3, CAST('nan' AS FLOAT64), NUMERIC '-7', BIGNUMERIC '0', FALSE,
        DATE '9999-12-31', TIMESTAMP '1969-07-20 20:17:40+00', DATETIME '1999-12-31 23:59:59',
        TIME '23:59:59', JSON 'null', STRUCT('', CAST(NULL AS FLOAT64), STRUCT(CAST([] AS ARRAY<STRING>), b'')), CAST([] AS ARRAY<STRING>), NULL
      UNION ALL SELECT NULL, ' \\t\\r\\n ', b'\\x00\\xff', NULL, -0.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, ['a', '', 'b'], [STRUCT(1, 'é'), STRUCT(2, '')]
      UNION ALL SELECT NULL, '\u00a0', b'abc', 1, CAST('-inf' AS FLOAT64), NUMERIC '0.10', BIGNUMERIC '0', TRUE,
        DATE '0001-01-01', TIMESTAMP '2024-01-31 12:00:00.5+00', DATETIME '2024-01-31 12:00:00.25',
        TIME '08:00:00.000001', JSON '"a"', STRUCT('x', 0.5, CAST(NULL AS STRUCT<tags ARRAY<STRING>, raw BYTES>)), ['😀'], NULL
      UNION ALL SELECT NULL, 'Zoo 😀\\000\\'"{{s}}', b'abc', 1, 1e300, NUMERIC '0.1', BIGNUMERIC '-100000000000000000000000000000000000000', FALSE,
        DATE '2024-02-29', NULL, NULL, NULL, JSON '12.50', NULL, NULL, NULL
      UNION ALL SELECT NULL, REPEAT('é', 3000), b'abc', 9223372036854775807, 0.1, NUMERIC '0.1',
        BIGNUMERIC '0', TRUE, NULL, NULL, NULL, NULL, JSON '[]', STRUCT(CAST(NULL AS STRING), 1.0, STRUCT(['z'], b'\\x00')), NULL, NULL
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
        .filter(one -> one.name().equals(name))
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
    assertThat(google.rows().stream().map(TableProfileTest::rounded))
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
        frequent.toString(),
        Long.toString(of.nan()),
        of.extent().map(extent -> "\"" + extent.least() + "\"").orElse("NULL"),
        of.extent().map(extent -> "\"" + extent.most() + "\"").orElse("NULL"),
        of.extent()
            .filter(extent -> extent.mean().isPresent())
            .map(extent -> FloatText.of(extent.mean().getAsDouble()))
            .orElse("NULL"));
  }

  /// The mean to the digits that are kept.
  private static List<String> rounded(List<String> row) {
    List<String> all = new ArrayList<>(row);
    if (!all.getLast().equals("NULL")) {
      Extent extent = new Extent("", "", OptionalDouble.of(FloatText.parse(all.getLast())));
      all.set(all.size() - 1, FloatText.of(extent.mean().getAsDouble()));
    }
    return all;
  }

  @Test
  void numbersAndDatesSayFromWhereToWhereTheyGo() {
    String wide = "1.23456789012345678901234567890123456789";
    assertThat(extent("i")).isEqualTo("-3 .. 9223372036854775807, mean 7.68614336405e+17");
    assertThat(extent("f")).as("NaN apart").isEqualTo("-inf .. 1e+300, mean -inf");
    assertThat(column("f").nan()).isEqualTo(2);
    assertThat(extent("n")).startsWith("-7 .. 99999999999999999999999999999.999999999, mean ");
    assertThat(extent("g")).startsWith("-100000000000000000000000000000000000000 .. " + wide);
    assertThat(extent("d")).isEqualTo("0001-01-01 .. 9999-12-31");
    assertThat(extent("ts")).isEqualTo("1969-07-20 20:17:40+00 .. 2024-01-31 12:00:00.500+00");
    assertThat(extent("dt")).isEqualTo("1999-12-31 23:59:59 .. 2024-01-31 12:00:00.250");
    assertThat(extent("t")).isEqualTo("08:00:00 .. 23:59:59");
    assertThat(extent("o.size")).isEqualTo("0.5 .. 1, mean 0.666666666667");
    for (String none : List.of("e", "s", "y", "b", "j", "o", "l", "m")) {
      assertThat(column(none).extent()).as(none).isEmpty();
      assertThat(column(none).nan()).as(none).isZero();
    }
  }

  private static String extent(String name) {
    Extent extent = column(name).extent().orElseThrow();
    String ends = extent.least() + " .. " + extent.most();
    return extent.mean().isEmpty()
        ? ends
        : ends + ", mean " + FloatText.of(extent.mean().getAsDouble());
  }

  /// What FLOAT64 cannot tell apart is told apart all the same, below zero too.
  @Test
  void noDigitOfAWideNumberIsRounded() throws Exception {
    TableRef ref = new TableRef(Sandbox.PROJECT, "mine", "wide");
    ComparedTable wide =
        ComparedTable.of(
            SANDBOX.cloud(),
            ref,
            """
            SELECT 9007199254740993 AS i, BIGNUMERIC '-0.10000000000000000000000000000000000001' AS g, -0.0 AS f, CAST('nan' AS FLOAT64) AS x
            UNION ALL SELECT 9007199254740992, BIGNUMERIC '-0.1', 0.0, CAST('nan' AS FLOAT64)
            UNION ALL SELECT 9007199254740992, BIGNUMERIC '-0.10000000000000000000000000000000000002', -0.0, CAST('nan' AS FLOAT64)
            UNION ALL SELECT -9007199254740993, BIGNUMERIC '-0.10000000000000000000000000000000000001', NULL, NULL
            UNION ALL SELECT -9007199254740992, NULL, NULL, NULL
            """);
    ProfileSql sql = ProfileSql.of(wide.info()).orElseThrow();
    List<ColumnProfile> here = ProfiledRows.of(wide.info().schema(), wide.rows()).columns();
    assertThat(sql.profile(SANDBOX.cloud().queries().run(sql.query(), "wide").rows()).columns())
        .containsExactlyElementsOf(here);
    assertThat(
            MadeRequests.evaluate(wide.oracle(), sql.query()).rows().stream()
                .map(TableProfileTest::rounded))
        .containsExactlyElementsOf(
            IntStream.range(0, here.size()).mapToObj(i -> figures(i, here.get(i))).toList());
    assertThat(here.get(0).extent().map(Extent::least)).contains("-9007199254740993");
    assertThat(here.get(0).extent().map(Extent::most)).contains("9007199254740993");
    assertThat(here.get(1).extent().map(Extent::least))
        .contains("-0.10000000000000000000000000000000000002");
    assertThat(here.get(1).extent().map(Extent::most)).contains("-0.1");
    assertThat(here.get(3).extent()).as("nothing but NaN").isEmpty();
    assertThat(here.get(3).nan()).isEqualTo(3);
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

  /// A STRUCT is a value, and each of its members is one, too; a list is a value as a whole.
  @Test
  void membersOfStructsAreCountedBehindThem() {
    assertThat(here().columns().stream().map(ColumnProfile::name))
        .containsSubsequence(
            "j", "o", "o.city", "o.size", "o.deep", "o.deep.tags", "o.deep.raw", "l", "m")
        .doesNotContain("m.p");
    ColumnProfile city = column("o.city");
    assertThat(city.nulls()).as("of the STRUCT, and its own").isEqualTo(10);
    assertThat(city.blank()).isOne();
    assertThat(city.frequent()).startsWith(new Frequent("x", 2));
    assertThat(city.field().typeName()).isEqualTo("STRING");
    assertThat(column("o").nulls()).isEqualTo(9);
    assertThat(column("o.deep.tags").measure()).isEqualTo(Measure.ELEMENTS);
    assertThat(column("o.deep.tags").nulls()).as("a list is never NULL").isZero();
    assertThat(column("o.deep.raw").lengths()).contains(new Lengths(0, 1, 2));
    assertThat(column("j").frequent()).contains(new Frequent("12.5", 1), new Frequent("null", 1));
    assertThat(column("j").blank()).as("JSON is never blank: [] is a value").isZero();
  }

  /// The sandbox has no functions of places, and no engine that we have can evaluate them.
  @Test
  void aGeographyIsItsText() {
    TableRef ref = new TableRef(Sandbox.PROJECT, "mine", "places");
    TableSchema schema = new TableSchema(List.of(Field.of("place", FieldType.GEOGRAPHY)));
    List<Row> rows =
        Stream.of("POINT(5.3 60.4)", "LINESTRING(0 0, 1 1)", "POINT(5.3 60.4)")
            .map(text -> new Row(List.of(new Value.Scalar(text))))
            .toList();
    ColumnProfile here = ProfiledRows.of(schema, rows).columns().getFirst();
    assertThat(here.distinct()).isEqualTo(2);
    assertThat(here.frequent()).startsWith(new Frequent("POINT(5.3 60.4)", 2));
    assertThat(here.lengths()).contains(new Lengths(15, 15, 20));
    ProfileSql sql =
        ProfileSql.of(with(compared.info(), ref, schema, compared.info().storage())).orElseThrow();
    assertThat(sql.query().sql()).contains("ST_ASTEXT(`place`) AS k");
  }

  /// The sandbox has neither.
  @Test
  void googlesEngineCountsIntervalsAndRangesTheSame() {
    TableRef ref = new TableRef(Sandbox.PROJECT, "mine", "spans");
    TableSchema schema =
        new TableSchema(
            List.of(Field.of("span", FieldType.INTERVAL), Field.of("days", FieldType.RANGE)));
    List<List<String>> texts =
        List.of(
            List.of("1-2 3 4:5:6", "[2024-01-01, 2024-02-01)"),
            List.of("0-0 0 0:0:0", "[UNBOUNDED, 2024-02-01)"),
            List.of("0-0 0 0:0:0", "[2024-01-01, 2024-02-01)"));
    List<Row> rows =
        new ArrayList<>(
            texts.stream()
                .map(row -> new Row(row.stream().<Value>map(Value.Scalar::new).toList()))
                .toList());
    rows.add(new Row(List.of(Value.NULL, Value.NULL)));
    String select =
        texts.stream()
                .map(row ->
                    "SELECT CAST('%s' AS INTERVAL) AS span, CAST('%s' AS RANGE<DATE>) AS days"
                        .formatted(row.getFirst(), row.getLast()))
                .collect(Collectors.joining(" UNION ALL "))
            + " UNION ALL SELECT NULL, NULL";
    ProfileSql spans =
        ProfileSql.of(with(compared.info(), ref, schema, compared.info().storage())).orElseThrow();
    List<ColumnProfile> here = ProfiledRows.of(schema, rows).columns();
    assertThat(
            MadeRequests.evaluate(new ZetaSqlOracle().table(ref.toString(), select), spans.query())
                .rows()
                .stream()
                .map(TableProfileTest::rounded))
        .containsExactly(figures(0, here.getFirst()), figures(1, here.getLast()));
    assertThat(here.getFirst().frequent()).startsWith(new Frequent("0-0 0 0:0:0", 2));
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
    assertThat(ProfileSql.of(tagged).orElseThrow().columns().stream().map(ColumnPath::name))
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
    return with(compared.info(), compared.info().ref(), compared.info().schema(), storage);
  }

  private static TableInfo with(
      TableInfo info, TableRef ref, TableSchema schema, TableStorage storage) {
    return new TableInfo(
        ref,
        info.kind(),
        info.location(),
        schema,
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
        ProfiledRows.of(new TableSchema(List.of(list)), List.of(new Row(List.of(Value.NULL))));
    assertThat(one.columns().getFirst().empty()).isOne();
  }
}
