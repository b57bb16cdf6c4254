package dev.pollux.testing;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A few rows in three places, so that the same question can be asked of each: as a table of the
/// sandbox, as records here, and in Google's own SQL engine.
public record ComparedTable(TableInfo info, List<Row> rows, ZetaSqlOracle oracle) {
  /// @param select SQL that makes at most 100 rows
  public static ComparedTable of(Cloud cloud, TableRef ref, String select)
      throws CloudException, InterruptedException {
    Query make =
        new Query(
            "SELECT * FROM (" + select + ")", Map.of(), Location.US_CENTRAL1, Optional.of(ref));
    cloud.queries().run(make, "make_" + ref.table());
    TableInfo info = cloud.catalog().table(ref).orElseThrow();
    List<Row> rows = cloud.rows().page(ref, info.schema(), 0, 100).rows();
    return new ComparedTable(info, rows, new ZetaSqlOracle().table(ref.toString(), select));
  }
}
