package dev.pollux.cloud.google;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableDataListOption;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableResult;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.Page;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;
import java.util.ArrayList;
import java.util.List;

/// Rows by position. Each request names its start and its size: the client forgets the size when it
/// follows page tokens.
final class GoogleRows implements Rows {
  private final Lazy<BigQuery> bigQuery;

  GoogleRows(Lazy<BigQuery> bigQuery) {
    this.bigQuery = bigQuery;
  }

  @Override
  public Page page(TableRef table, TableSchema schema, long start, int size) throws CloudException {
    TableId id = GoogleCatalog.id(table);
    List<Row> rows = new ArrayList<>();
    long total;
    int got;
    // The service may send fewer than asked (10 MB an answer), so ask for what is still missing.
    do {
      long from = start + rows.size();
      int missing = Math.max(1, size - rows.size());
      TableResult part =
          ClientCalls.once(() ->
              bigQuery
                  .get()
                  .listTableData(
                      id,
                      TableDataListOption.startIndex(from),
                      TableDataListOption.pageSize(missing)));
      total = part.getTotalRows();
      got = 0;
      for (FieldValueList cells : part.getValues()) {
        if (rows.size() < size) {
          rows.add(CellMapper.row(cells, schema.fields()));
          got++;
        }
      }
    } while (got > 0 && rows.size() < size && start + rows.size() < total);
    return new Page(start, rows, total);
  }
}
