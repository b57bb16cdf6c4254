package dev.pollux.sandbox.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.query.QueryRunner;
import dev.pollux.sandbox.store.query.QueryScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What grows without an end is refused in the service's words, and fills neither memory nor disk.
class GrowthTest {
  @TempDir Path directory;

  @Test
  void stopsAStatementThatFillsTheDisk() throws IOException {
    try (Database database = Database.open(directory)) {
      StoreFailure failure =
          catchThrowableOfType(
              StoreFailure.class,
              () ->
                  database.read(c -> {
                    Database.execute(c, "CREATE TABLE big (x VARCHAR)");
                    return new CancelHandle()
                        .update(
                            c,
                            "INSERT INTO big SELECT md5(CAST(range AS VARCHAR)) FROM"
                                + " range(100000000000)",
                            new DiskLimit(directory, 20L << 20));
                  }));
      assertThat(failure.kind()).isEqualTo(StoreFailure.Kind.TOO_COMPLEX);
      assertThat(failure.text()).isEqualTo(StoreFailure.DISK);
      try (Stream<Path> files = Files.walk(directory)) {
        assertThat(files.mapToLong(f -> f.toFile().length()).sum()).isLessThan(2L << 30);
      }
    }
  }

  @Test
  void letsOthersWrite() {
    try (Database database = Database.open(directory)) {
      long rows =
          database.read(c -> {
            Database.execute(c, "CREATE TABLE small (x VARCHAR)");
            return new CancelHandle()
                .update(
                    c,
                    "INSERT INTO small SELECT md5(CAST(range AS VARCHAR)) FROM range(100000)",
                    new DiskLimit(directory));
          });
      assertThat(rows).isEqualTo(100_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH a AS (SELECT REPEAT('a', 1000000) AS x), b AS (SELECT x || x || x || x || x || x || x"
            + " || x AS x FROM a), c AS (SELECT x || x || x || x || x || x || x || x AS x FROM b), d"
            + " AS (SELECT CONCAT(x, x, x, x, x, x, x, x) AS x FROM c) SELECT LENGTH(x) FROM d",
        "WITH a AS (SELECT CAST(REPEAT('a', 1000000) AS BYTES) AS x), b AS (SELECT x || x || x || x"
            + " || x || x || x || x AS x FROM a), c AS (SELECT x || x || x || x || x || x || x || x"
            + " AS x FROM b), d AS (SELECT CONCAT(x, x, x, x, x, x, x, x) AS x FROM c) SELECT"
            + " LENGTH(x) FROM d",
        "WITH a AS (SELECT GENERATE_ARRAY(1, 1000000) AS x), b AS (SELECT x || x || x || x || x || x"
            + " AS x FROM a), c AS (SELECT x || x || x || x || x || x AS x FROM b) SELECT"
            + " ARRAY_LENGTH(x) FROM c",
      })
  void boundsWhatIsJoined(String sql) {
    try (Store store = Store.open(directory, Clock.systemUTC())) {
      QueryRunner queries = store.queries();
      QueryScope scope = new QueryScope("p", Optional.empty());
      StoreFailure failure =
          catchThrowableOfType(
              StoreFailure.class,
              () ->
                  queries.run(
                      queries.translate(sql, Parameters.none(), scope),
                      WriteTarget.fresh(
                          new TableId("p", queries.anonymous("p", "US").dataset(), "r")),
                      new CancelHandle()));
      assertThat(failure.text()).startsWith("Cannot query rows larger than 100MB limit.");
      assertThat(failure.kind()).isEqualTo(StoreFailure.Kind.INVALID_QUERY);
    }
  }
}
