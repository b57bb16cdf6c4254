package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.check.OwnRequestsSql;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.FindingWords;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.ZetaSqlOracle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All requests of a table are looked at in the cloud, whatever the type of their column.
class OwnRequestsTest {
  private static final String ROWS =
      """
      SELECT '{"contents":[{"role":"user","parts":[{"text":"x"}]}]}' AS request UNION ALL
      SELECT '{"contents":[{"role":"user","parts":[{"text":"x"}]},{"role":"model","parts":[{}]}]}' UNION ALL
      SELECT 'nope' UNION ALL SELECT NULL UNION ALL
      SELECT '{"contents":[]}' UNION ALL SELECT '{}' UNION ALL SELECT '{"contents":"x"}' UNION ALL
      SELECT '{"contents":[{"parts":[{"text":"x"}]}]}' UNION ALL
      SELECT '{"contents":[{"role":"user","parts":[{"text":"x"}]},{"role":"system","parts":[{}]}]}' UNION ALL
      SELECT '{"contents":[{"role":"user","parts":"x"}]}' UNION ALL
      SELECT '{"contents":[{"role":"user"}]}' UNION ALL
      SELECT '{"contents":[{"role":"user","parts":{"text":"x"}}]}' UNION ALL
      SELECT '{"contents":{"role":"user","parts":{"text":"x"}},"system_instruction":{"parts":{"text":"y"}}}' UNION ALL
      SELECT '{"contents":{"parts":[{"text":"x"}]}}'
      """;

  @TempDir Path data;

  @Test
  void oneObjectForAListIsAWarningAndNoFault() {
    assertThat(OwnRequestsSql.read(counts(5, 0, 0, 0, 0, 2)))
        .isEqualTo(Finding.warning("own.single", 2L, 5L));
    assertThat(OwnRequestsSql.read(counts(5, 0, 0, 0, 0, 0))).isEqualTo(Finding.ok("own.good", 5L));
    FindingWords.hasWords(Finding.warning("own.single", 2L, 5L));
  }

  private static Row counts(long... counts) {
    return new Row(
        LongStream.of(counts).<Value>mapToObj(n -> new Value.Scalar(Long.toString(n))).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRING", "JSON"})
  void countsWhatCannotBeSent(String type) throws Exception {
    String rows =
        type.equals("STRING")
            ? ROWS
            : "SELECT SAFE.PARSE_JSON(request) AS request FROM (" + ROWS + ")";
    TableRef table = new TableRef(Sandbox.PROJECT, "mine", "own");
    try (Sandbox sandbox = Clients.sandbox(data);
        Cloud cloud = SandboxClouds.open(sandbox)) {
      cloud
          .queries()
          .run(
              new Query(
                  "SELECT * FROM (" + rows + ")",
                  Map.of(),
                  Location.US_CENTRAL1,
                  Optional.of(table)),
              "own");
      TableSchema schema = cloud.catalog().table(table).orElseThrow().schema();
      assertThat(schema.fields().getFirst().typeName()).isEqualTo(type);
      Query query = OwnRequestsSql.of(table, schema, Location.US_CENTRAL1);

      Finding found = OwnRequestsSql.read(cloud.queries().run(query, "look").rows().getFirst());

      assertThat(found).isEqualTo(Finding.stop("own.faults", 2L, 3L, 3L, 2L, 14L));
      List<String> byGoogle =
          MadeRequests.evaluate(new ZetaSqlOracle().table(table.toString(), rows), query)
              .rows()
              .getFirst();
      assertThat(byGoogle).containsExactly("14", "2", "3", "3", "2", "3");
    }
  }
}
