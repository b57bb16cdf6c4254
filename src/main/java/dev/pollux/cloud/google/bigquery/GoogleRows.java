package dev.pollux.cloud.google.bigquery;

import com.google.api.client.util.escape.CharEscapers;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Rest;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows by position, by calls of our own: Google's client has no `selectedFields`, and forgets the
/// size of a page when it follows page tokens
/// (https://docs.cloud.google.com/bigquery/docs/reference/rest/v2/tabledata/list).
public record GoogleRows(ClientOptions access, Rest rest) implements Rows {
  /// The service ends a page at about 10 MB of rows, but always sends one row, which may be ten
  /// times as large; as JSON in JSON each may double.
  private static final int LARGEST = 256 * 1024 * 1024;

  @Override
  public Page page(TableRef table, TableSchema schema, long start, int size) throws CloudException {
    return read(table, schema.fields(), "", start, size);
  }

  @Override
  public Page page(TableRef table, TableSchema schema, List<Field> columns, long start, int size)
      throws CloudException {
    String names = columns.stream().map(Field::name).collect(Collectors.joining(","));
    return read(
        table, columns, "&selectedFields=" + CharEscapers.escapeUriQuery(names), start, size);
  }

  private Page read(TableRef table, List<Field> columns, String selected, long start, int size)
      throws CloudException {
    String url =
        "%s/bigquery/v2/projects/%s/datasets/%s/tables/%s/data?prettyPrint=false&formatOptions.useInt64Timestamp=true%s"
            .formatted(
                access.bigQueryRest(),
                CharEscapers.escapeUriPath(table.project()),
                CharEscapers.escapeUriPath(table.dataset()),
                CharEscapers.escapeUriPath(table.table()),
                selected);
    List<Row> rows = new ArrayList<>();
    long total;
    int got;
    // The service may send fewer than asked, so ask for what is still missing.
    do {
      int missing = Math.max(1, size - rows.size());
      WireRows part =
          rest.get(
              url + "&startIndex=" + (start + rows.size()) + "&maxResults=" + missing,
              LARGEST,
              body -> WireRows.of(body, columns));
      total = part.total();
      got = Math.min(part.rows().size(), size - rows.size());
      rows.addAll(part.rows().subList(0, got));
    } while (got > 0 && rows.size() < size && start + rows.size() < total);
    return new Page(start, rows, total);
  }
}
