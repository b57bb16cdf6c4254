package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Schemas that are found in files, as the service's page on it says, and values of Parquet files
/// that no column can have.
class FoundSchemasTest {
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static UploadedFiles files;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory.resolve("data"));
    files = new UploadedFiles(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain | a,b\\n1,x\\n2,y\\n | a INTEGER, b STRING | 2",
        "text | Maker,Part Name\\nVolvo,Brake Pad\\nMAN,Alternator\\n | string_field_0 STRING, string_field_1 STRING | 3",
        "blanks | Part Name,Price\\nPad,1.5\\nRing,2\\n | Part_Name STRING, Price FLOAT | 2",
        "twice | a,a,a\\n1,2,3\\n | a INTEGER, a_1 INTEGER, a_2 INTEGER | 1",
        "digits | 2020 kg,b\\nx,1\\n | _2020_kg STRING, b INTEGER | 1",
        "days | d,n\\n2024-01-31,1\\n | d DATE, n INTEGER | 1",
        "slashes | d,n\\n01/31/2024,1\\n31/01/2024,2\\n | d STRING, n INTEGER | 2",
        "stamps | t,n\\n2024-01-31 10:00:00,1\\n | t TIMESTAMP, n INTEGER | 1",
        "truths | ok,n\\ntrue,1\\nfalse,2\\n | ok BOOLEAN, n INTEGER | 2",
      })
  void areFoundInCsv(String table, String file, String columns, int rows) throws Exception {
    assertThat(files.load(table, "{\"autodetect\":true}", file.replace("\\n", "\n"))).isEmpty();
    assertThat(String.join(", ", files.columns(table))).isEqualTo(columns);
    assertThat(files.rows(table)).hasSize(rows);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,true", "ISO-8859-1,false", "UTF-16LE,true", "UTF-16BE,false"})
  void areFoundInOtherEncodings(String encoding, boolean mark) throws Exception {
    String table = "found_" + encoding.replace('-', '_') + mark;
    String text = (mark ? "\uFEFF" : "") + "id,été\n1,déjà\n2,où\n";
    assertThat(
            files.load(
                table,
                "{\"autodetect\":true,\"encoding\":\"" + encoding + "\"}",
                text.getBytes(Charset.forName(encoding))))
        .isEmpty();
    assertThat(files.columns(table)).containsExactly("id INTEGER", "été STRING");
    assertThat(files.rows(table)).containsExactly(List.of("1", "déjà"), List.of("2", "où"));
  }

  @Test
  void heedQuotesAndNullMarkers() throws Exception {
    assertThat(
            files.load(
                "marked",
                "{\"autodetect\":true,\"nullMarker\":\"none\",\"quote\":\"'\"}",
                "n,s\n1,'a,b'\nnone,none\n3,c\n"))
        .isEmpty();
    assertThat(files.columns("marked")).containsExactly("n INTEGER", "s STRING");
    assertThat(files.rows("marked"))
        .containsExactly(List.of("1", "a,b"), List.of("NULL", "NULL"), List.of("3", "c"));
  }

  @Test
  void goOnAfterLineBreaksInQuotesOnlyWhenToldTo() throws Exception {
    String file = "n,s\n1,\"a\nb\"\n2,c\n";
    assertThat(files.load("breaks", "{\"autodetect\":true,\"skipLeadingRows\":1}", file))
        .contains("row 1: Missing close quote character");
    assertThat(
            files.load(
                "breaks",
                "{\"autodetect\":true,\"skipLeadingRows\":1,\"allowQuotedNewlines\":true}",
                file))
        .isEmpty();
    assertThat(files.rows("breaks")).containsExactly(List.of("1", "a\nb"), List.of("2", "c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "j1 | {\"a\":1,\"d\":\"2024-01-31\",\"t\":\"2024-01-31T10:00:00Z\"} | a INTEGER, d DATE, t TIMESTAMP",
        "j2 | {\"a\":\"01-31-2024\",\"b\":{\"c\":[1.5]}} | a STRING, b RECORD",
        "j3 | {\"a\":\"31/01/2024\",\"b\":true} | a STRING, b BOOLEAN",
      })
  void areFoundInJson(String table, String row, String columns) throws Exception {
    assertThat(
            files.load(
                table, "{\"sourceFormat\":\"NEWLINE_DELIMITED_JSON\",\"autodetect\":true}", row))
        .isEmpty();
    assertThat(String.join(", ", files.columns(table))).isEqualTo(columns);
  }

  /// The calendar of BigQuery ends with 9999, and neither infinity nor wider numbers are rounded.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATE '10000-01-01'",
        "DATE '0001-01-01' - INTERVAL 1 DAY",
        "'infinity'::DATE",
        "TIMESTAMP '10000-01-01 00:00:00'",
        "TIMESTAMPTZ '10000-01-02 00:00:00+00'",
        "'-infinity'::TIMESTAMPTZ",
      })
  void parquetValuesThatAreNoneAreRefused(String value) throws Exception {
    String error =
        files.load(
            "never", "{\"sourceFormat\":\"PARQUET\"}", parquet("1 AS id, " + value + " AS x"));
    assertThat(error).startsWith("Error while reading data, error message:").contains("x");
    assertThat(files.columns("never")).isEmpty();
  }

  @Test
  void parquetValuesAtTheEndsAreKept() throws Exception {
    assertThat(
            files.load(
                "ends",
                "{\"sourceFormat\":\"PARQUET\"}",
                parquet(
                    "DATE '0001-01-01' AS d0, DATE '9999-12-31' AS d1, TIMESTAMP '0001-01-01 00:00:00'"
                        + " AS t0, TIMESTAMPTZ '9999-12-31 23:59:59.999999+00' AS t1,"
                        + " 9223372036854775807 AS n, 99999999999999999999999999999.999999999::DECIMAL(38,9) AS m")))
        .isEmpty();
    assertThat(files.rows("ends").getFirst())
        .containsExactly(
            "0001-01-01",
            "9999-12-31",
            "0001-01-01T00:00:00",
            "253402300799.999999",
            "9223372036854775807",
            "99999999999999999999999999999.999999999");
  }

  private static byte[] parquet(String select) throws Exception {
    Path file = Files.createTempFile(directory, "rows", ".parquet");
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("COPY (SELECT " + select + ") TO '" + file + "' (FORMAT parquet)");
    }
    return Files.readAllBytes(file);
  }
}
