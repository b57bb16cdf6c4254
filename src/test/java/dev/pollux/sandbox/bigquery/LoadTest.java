package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.RetryOption;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.CsvOptions;
import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.FieldValue;
import com.google.cloud.bigquery.FormatOptions;
import com.google.cloud.bigquery.InsertAllRequest;
import com.google.cloud.bigquery.InsertAllResponse;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo.WriteDisposition;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardSQLTypeName;
import com.google.cloud.bigquery.StandardTableDefinition;
import com.google.cloud.bigquery.TableDataWriteChannel;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableInfo;
import com.google.cloud.bigquery.WriteChannelConfiguration;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows come in by uploads in three formats and by insertAll, and a bad row is named.
class LoadTest {
  private static final Schema SCHEMA =
      Schema.of(
          Field.of("id", StandardSQLTypeName.INT64), Field.of("name", StandardSQLTypeName.STRING));
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static BigQuery bigQuery;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory.resolve("data"));
    bigQuery = Clients.bigQuery(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static WriteChannelConfiguration.Builder into(String table, FormatOptions format) {
    return WriteChannelConfiguration.newBuilder(TableId.of("mine", table), format);
  }

  /// Loads, and says what went wrong; null if nothing did.
  private static BigQueryError load(WriteChannelConfiguration configuration, byte[] bytes)
      throws Exception {
    TableDataWriteChannel channel =
        bigQuery.writer(
            JobId.newBuilder().setRandomJob().setLocation("us-central1").build(), configuration);
    try (channel) {
      channel.setChunkSize(256 * 1024);
      channel.write(ByteBuffer.wrap(bytes));
    }
    return ended(channel.getJob());
  }

  private static BigQueryError ended(Job job) throws InterruptedException {
    try {
      return job.waitFor(
              RetryOption.initialRetryDelayDuration(Duration.ofMillis(5)),
              RetryOption.maxRetryDelayDuration(Duration.ofMillis(50)))
          .getStatus()
          .getError();
    } catch (BigQueryException e) {
      return e.getError();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<List<String>> rows(String table) {
    List<List<String>> rows = new ArrayList<>();
    bigQuery
        .listTableData(TableId.of("mine", table))
        .iterateAll()
        .forEach(row -> rows.add(row.stream().map(LoadTest::text).toList()));
    return rows;
  }

  private static String text(FieldValue value) {
    return value.isNull() ? "NULL" : value.getStringValue();
  }

  @Test
  void loadsCsv() throws Exception {
    CsvOptions options =
        CsvOptions.newBuilder().setSkipLeadingRows(1).setAllowQuotedNewLines(true).build();
    BigQueryError error =
        load(
            into("csv", options).setSchema(SCHEMA).build(),
            utf8("id,name\n1,Ada\n2,\"a \"\"b\"\"\nc\"\n3,\n4,\"\"\n"));
    assertThat(error).isNull();
    assertThat(rows("csv"))
        .containsExactly(
            List.of("1", "Ada"),
            List.of("2", "a \"b\"\nc"),
            List.of("3", "NULL"),
            List.of("4", ""));
  }

  /// A hundred kilobytes, which are a row of a hundred megabytes when they are unpacked.
  @ParameterizedTest
  @CsvSource({"CSV, '1,\"', 2", "NEWLINE_DELIMITED_JSON, '{\"id\": 1, \"name\": \"', 2"})
  void aRowWithoutAnEndIsRefused(String format, String begin, int row) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      String first = format.equals("CSV") ? "1,a\n" : "{\"id\": 1}\n";
      out.write(utf8(first + begin));
      byte[] more = utf8("x".repeat(1 << 20));
      for (int i = 0; i < 101; i++) {
        out.write(more);
      }
    }
    BigQueryError error =
        load(
            into("endless", FormatOptions.of(format)).setSchema(SCHEMA).build(),
            zipped.toByteArray());
    assertThat(error.getMessage()).contains("Row size is larger than: 104857600. Row: " + row);
  }

  @Test
  void findsTheSchemaOfACsv() throws Exception {
    BigQueryError error =
        load(
            into("found", FormatOptions.csv()).setAutodetect(true).build(),
            utf8("id,born,score,ok\n1,2020-01-31,1.5,true\n2,2021-12-01,2,false\n"));
    assertThat(error).isNull();
    assertThat(bigQuery.getTable("mine", "found").getDefinition().getSchema().getFields())
        .extracting(field -> field.getName() + " " + field.getType().getStandardType())
        .containsExactly("id INT64", "born DATE", "score FLOAT64", "ok BOOL");
    assertThat(rows("found")).hasSize(2);
  }

  @Test
  void loadsJsonLinesInManyChunks() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("{\"id\": ").append(i).append(", \"name\": \"number ").append(i).append("\"}\n");
    }
    BigQueryError error =
        load(into("lines", FormatOptions.json()).setSchema(SCHEMA).build(), utf8(lines.toString()));
    assertThat(error).isNull();
    assertThat(bigQuery.getTable("mine", "lines").getNumRows()).isEqualTo(20_000);
    assertThat(rows("lines").get(12_345)).containsExactly("12345", "number 12345");
  }

  @Test
  void loadsParquet() throws Exception {
    Path file = directory.resolve("rows.parquet");
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT i::BIGINT AS id, {'a': i, 'b': ['x', NULL]} AS nested, TIMESTAMPTZ"
              + " '2024-01-01 00:00:00+00' AS ts FROM range(3) t(i)) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    BigQueryError error =
        load(into("parquet", FormatOptions.parquet()).build(), Files.readAllBytes(file));
    assertThat(error).isNull();
    assertThat(bigQuery.getTable("mine", "parquet").getDefinition().getSchema().getFields())
        .extracting(field -> field.getName() + " " + field.getType().getStandardType())
        .containsExactly("id INT64", "nested STRUCT", "ts TIMESTAMP");
    assertThat(bigQuery.getTable("mine", "parquet").getNumRows()).isEqualTo(3);
  }

  @Test
  void keepsToTheDispositions() throws Exception {
    WriteChannelConfiguration.Builder into = into("again", FormatOptions.json()).setSchema(SCHEMA);
    byte[] row = utf8("{\"id\": 1}\n");
    load(into.build(), row);
    load(into.build(), row);
    assertThat(rows("again")).as("appended").hasSize(2);
    load(into.setWriteDisposition(WriteDisposition.WRITE_TRUNCATE).build(), row);
    assertThat(rows("again")).as("truncated").hasSize(1);
    BigQueryError refused =
        load(into.setWriteDisposition(WriteDisposition.WRITE_EMPTY).build(), row);
    assertThat(refused.getReason()).isEqualTo("duplicate");
    assertThat(refused.getMessage()).isEqualTo("Already Exists: Table pollux-sandbox:mine.again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "x"}            | Cannot convert value to integer (bad value): x
          {"id": 1, "other": 2}  | no such field: other.
          {"id": [1]}            | Array specified for non-repeated field: id.
          {"id": 1               | Parser terminated before end of string
          {"id": 1.5}            | Cannot convert value to integer (bad value): 1.5
          {"name": "a \\ud83d"}  | Half of a surrogate pair is no character. Field: name.
          """)
  void namesTheBadRow(String row, String message) throws Exception {
    BigQueryError error =
        load(
            into("bad", FormatOptions.json()).setSchema(SCHEMA).build(),
            utf8("{\"id\": 1}\n" + row + "\n"));
    assertThat(error.getReason()).isEqualTo("invalid");
    assertThat(error.getMessage()).contains("row 2: " + message);
    assertThat(bigQuery.getTable("mine", "bad")).as("nothing is left behind").isNull();
  }

  /// See https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types, canonical
  /// format.
  @ParameterizedTest
  @CsvSource({
    "TIME, 12:30",
    "DATETIME, 2024-01-31T12:30",
    "TIMESTAMP, 2024-01-31 12:30",
    "TIMESTAMP, 2024-01-31 12:30Z"
  })
  void aTimeOfDayHasItsSeconds(StandardSQLTypeName type, String text) throws Exception {
    Schema at = Schema.of(Field.of("at", type));
    for (String seconds : List.of("", ":00", ":00.25")) {
      String written = text.replace("12:30", "12:30" + seconds);
      BigQueryError error =
          load(
              into("timed_" + type + seconds.length(), FormatOptions.json()).setSchema(at).build(),
              utf8("{\"at\": \"" + written + "\"}\n"));
      if (seconds.isEmpty()) {
        assertThat(error).as(written).isNotNull();
        assertThat(error.getMessage()).contains("Could not parse '" + written + "' as " + type);
      } else {
        assertThat(error).as(written).isNull();
      }
    }
  }

  @Test
  void halfACharacterIsABadRow() throws Exception {
    TableId table = TableId.of("mine", "halved");
    bigQuery.create(TableInfo.of(table, StandardTableDefinition.of(SCHEMA)));
    String answer =
        Clients.send(
                Clients.request(
                        sandbox,
                        "/bigquery/v2/projects/pollux-sandbox/datasets/mine/tables/halved/insertAll")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"rows\": [{\"json\": {\"name\": \"a \\ud83d\"}}]}"))
                    .build())
            .body();
    assertThat(answer).contains("Half of a surrogate pair").doesNotContain(directory.toString());
    assertThat(rows("halved")).isEmpty();
  }

  @Test
  void insertsRowsAndNamesThoseThatDoNotFit() {
    TableId table = TableId.of("mine", "inserted");
    bigQuery.create(TableInfo.of(table, StandardTableDefinition.of(SCHEMA)));
    InsertAllResponse mixed =
        bigQuery.insertAll(
            InsertAllRequest.newBuilder(table)
                .addRow(Map.of("id", 1, "name", "Ada"))
                .addRow(Map.of("id", "many"))
                .build());
    assertThat(mixed.getErrorsFor(0).getFirst().getReason()).isEqualTo("stopped");
    assertThat(mixed.getErrorsFor(1).getFirst().getReason()).isEqualTo("invalid");
    assertThat(mixed.getErrorsFor(1).getFirst().getLocation()).isEqualTo("id");
    assertThat(rows("inserted")).isEmpty();
    InsertAllResponse good =
        bigQuery.insertAll(
            InsertAllRequest.newBuilder(table).addRow(Map.of("id", 1, "name", "Ada")).build());
    assertThat(good.hasErrors()).isFalse();
    assertThat(rows("inserted")).containsExactly(Arrays.asList("1", "Ada"));
  }

  @Test
  void takesAnUploadInOnePiece() throws Exception {
    String body =
        """
        --b0undary\r
        Content-Type: application/json\r
        \r
        {"configuration": {"load": {"sourceFormat": "CSV", "autodetect": true,
          "destinationTable": {"projectId": "pollux-sandbox", "datasetId": "mine", "tableId": "one"}}}}\r
        --b0undary\r
        Content-Type: text/csv\r
        \r
        a,b
        1,x
        \r--b0undary--\r
        """;
    String answer =
        Clients.send(
                Clients.request(
                        sandbox,
                        "/upload/bigquery/v2/projects/pollux-sandbox/jobs?uploadType=multipart")
                    .header("Content-Type", "multipart/related; boundary=b0undary")
                    .POST(
                        BodyPublishers.ofString(body.replace("\r--b0undary--", "\r\n--b0undary--")))
                    .build())
            .body();
    String id = answer.replaceFirst("(?s).*\"jobId\":\"([^\"]+)\".*", "$1");
    Job job = bigQuery.getJob(JobId.newBuilder().setJob(id).setLocation("us-central1").build());
    assertThat(ended(job)).isNull();
    assertThat(rows("one")).containsExactly(List.of("1", "x"));
  }
}
