package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.OpenSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Queries through the adapter, against the sandbox.
class QueriesContractTest {
  private static final TableRef PASSAGES =
      new TableRef(Sandbox.PROJECT, "samples", "sotu_passages");
  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

  private static Query query(String sql) {
    return Query.of(sql, Location.US_CENTRAL1);
  }

  @Test
  void aCountIsOneRow() throws Exception {
    QueryResult result =
        SANDBOX
            .cloud()
            .queries()
            .run(query("SELECT COUNT(*) AS n FROM " + PASSAGES.sql()), "count-1");

    assertThat(result.schema().fields().getFirst().name()).isEqualTo("n");
    assertThat(result.rows().getFirst().values()).containsExactly(new Value.Scalar("13866"));
  }

  @Test
  void parametersAreTyped() throws Exception {
    Query query =
        new Query(
            "SELECT COUNT(*) AS n FROM "
                + PASSAGES.sql()
                + " WHERE year >= @from AND party IN UNNEST(@parties)",
            Map.of(
                "from",
                Query.Parameter.int64(2000),
                "parties",
                new Query.Parameter.Array(FieldType.STRING, List.of("Republican", "Democratic"))),
            Location.US_CENTRAL1,
            Optional.empty());

    QueryResult result = SANDBOX.cloud().queries().run(query, "parameters-1");

    Value.Scalar count = (Value.Scalar) result.rows().getFirst().values().getFirst();
    assertThat(Long.parseLong(count.text())).isBetween(1L, 13_866L);
  }

  @Test
  void theSameIdTwiceRunsOnce() throws Exception {
    TableRef made = new TableRef(Sandbox.PROJECT, "mine", "made_once");
    Query query =
        new Query(
            "SELECT id, text FROM " + PASSAGES.sql() + " WHERE id <= 10",
            Map.of(),
            Location.US_CENTRAL1,
            Optional.of(made));

    SANDBOX.cloud().queries().run(query, "once-1");
    SANDBOX.cloud().queries().run(query, "once-1");

    assertThat(SANDBOX.cloud().catalog().table(made)).isPresent();
    assertThatThrownBy(() -> SANDBOX.cloud().queries().run(query, "once-2"))
        .as("the destination must be empty")
        .isInstanceOf(CloudException.Invalid.class);
  }

  @Test
  void aDryRunSaysWhatItWouldRead() throws Exception {
    Queries.DryRun dry =
        SANDBOX.cloud().queries().dryRun(query("SELECT text FROM " + PASSAGES.sql()));

    assertThat(dry.bytesProcessed()).isPositive();
    assertThat(dry.schema().find("text")).isPresent();
  }

  @Test
  void aWrongStatementIsInvalidInTheServicesWords() {
    assertThatThrownBy(() ->
            SANDBOX.cloud().queries().run(query("SELECT nope FROM " + PASSAGES.sql()), "wrong-1"))
        .isInstanceOf(CloudException.Invalid.class)
        .hasMessageContaining("nope");
    assertThatThrownBy(() -> SANDBOX.cloud().queries().dryRun(query("SELEC 1")))
        .isInstanceOf(CloudException.Invalid.class);
  }
}
