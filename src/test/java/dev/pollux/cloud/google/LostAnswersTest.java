package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableLoad;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.testing.SilentServer;
import dev.pollux.testing.SilentServer.Silence;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No answer comes to a call: what is told of it are words, and of a change they say that nobody
/// knows whether it was done.
@Timeout(120)
class LostAnswersTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final TableRef TABLE = new TableRef("p", "d", "t");
  private static final DatasetRef DATASET = new DatasetRef("p", "d");
  private static final TableSchema SCHEMA =
      new TableSchema(List.of(Field.of("a", FieldType.STRING)));

  /// What a library says to who made it.
  private static final String NO_WORDS = "Exception|java\\.|nanos|remote_addr|null|Read timed out";

  private static final String UNKNOWN = "whether it was done is not known";

  /// They ask before they change anything.
  private static final Set<String> READ_FIRST = Set.of("expire", "query", "load");

  private static Map<String, ThrowingCallable> reads(Cloud it) {
    Map<String, ThrowingCallable> all = new LinkedHashMap<>();
    all.put("table", () -> it.catalog().table(TABLE));
    all.put("rows", () -> it.rows().page(TABLE, SCHEMA, 0, 10));
    all.put("models", () -> it.models().published());
    all.put("granted", () -> it.permissions().granted("p", Set.of("a.b")));
    all.put("tokens", () -> it.gemini().countTokens(GeminiModel.of("gemini-x"), HERE, "{}"));
    return all;
  }

  private static Map<String, ThrowingCallable> changes(Cloud it) {
    Map<String, ThrowingCallable> all = new LinkedHashMap<>();
    Query query = new Query("SELECT 1", Map.of(), HERE, Optional.empty());
    TableCopy copy = new TableCopy(TABLE, HERE, new TableRef("p", "d", "u"), HERE);
    all.put("createDataset", () -> it.catalog().createDataset(DATASET, HERE));
    all.put("expire", () -> it.catalog().expire(TABLE, Instant.EPOCH));
    all.put("deleteTable", () -> it.catalog().deleteTable(TABLE));
    all.put("query", () -> it.queries().run(query, "q"));
    all.put("copy", () -> it.copies().run(copy, "c", Map.of()));
    all.put(
        "load",
        () -> it.loads().run(new TableLoad(TABLE, HERE, SCHEMA), "l", out -> out.write('\n')));
    return all;
  }

  /// Nothing where the service began to say that all is well, as to a delete.
  private static String said(ThrowingCallable call) {
    Throwable heard = catchThrowable(call);
    if (heard == null) {
      return "";
    }
    assertThat(heard).isInstanceOf(CloudException.class);
    return String.valueOf(heard.getMessage());
  }

  @ParameterizedTest
  @EnumSource(
      value = Silence.class,
      names = {"REFUSES", "ACCEPTS", "HANGS_UP", "BEGINS"})
  void isToldInWords(Silence silence) throws Exception {
    try (SilentServer server = new SilentServer(silence);
        Cloud cloud =
            GoogleCloud.open(
                new Connection.Sandbox("p", HERE),
                new Endpoints.Sandbox(
                    URI.create("http://127.0.0.1:" + server.port()),
                    "127.0.0.1:" + server.port(),
                    "token"),
                new Timeouts(
                    Duration.ofMillis(500),
                    Duration.ofMillis(500),
                    Duration.ofMillis(700),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(1),
                    Duration.ofSeconds(1)))) {
      SoftAssertions all = new SoftAssertions();
      reads(cloud)
          .forEach((name, call) -> {
            String said = said(call);
            all.assertThat(said).as(name).doesNotContainPattern(NO_WORDS).doesNotContain(UNKNOWN);
            if (silence == Silence.ACCEPTS) {
              all.assertThat(said).as(name).containsPattern("no answer (after|within) .*second");
            }
          });
      changes(cloud)
          .forEach((name, call) -> {
            String said = said(call);
            all.assertThat(said).as(name).doesNotContainPattern(NO_WORDS);
            if (silence == Silence.REFUSES) {
              all.assertThat(said).as(name).doesNotContain(UNKNOWN);
            } else if (READ_FIRST.contains(name)) {
              all.assertThat(said).as(name).doesNotContain(UNKNOWN).isNotEmpty();
            } else if (silence != Silence.BEGINS) {
              all.assertThat(said).as(name).contains(UNKNOWN);
            }
          });
      all.assertAll();
    }
  }
}
