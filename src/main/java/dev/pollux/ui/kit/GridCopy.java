package dev.pollux.ui.kit;

import dev.pollux.domain.Row;
import dev.pollux.domain.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Copies rows with a header as tab-separated text, as spreadsheets take it. Rows are asked for
/// page by page, since a grid does not have them all.
final class GridCopy {
  /// More would not fit a spreadsheet, nor most clipboards.
  static final int MOST = 200_000;

  private static final int PAGE = 500;
  private final List<GridColumn> columns;
  private final RowSource source;
  private final StringBuilder text = new StringBuilder();
  private Runnable loading = () -> {};
  private boolean stopped;

  GridCopy(List<GridColumn> columns, RowSource source) {
    this.columns = columns;
    this.source = source;
  }

  /// What hears how far it is. All on the FX thread.
  record Listener(LongConsumer copied, LongConsumer done, Consumer<Exception> failed) {}

  void start(GridMarks.Span span, Listener listener) {
    text.append(
            columns.stream().map(c -> quoted(c.field().name())).collect(Collectors.joining("\t")))
        .append('\n');
    next(span, span.from(), listener);
  }

  void stop() {
    stopped = true;
    loading.run();
  }

  private void next(GridMarks.Span span, int from, Listener listener) {
    int count = Math.min(PAGE, span.to() - from + 1);
    loading =
        source.load(
            from,
            count,
            rows -> {
              if (!stopped) {
                arrived(span, from, rows, listener);
              }
            },
            listener.failed());
  }

  private void arrived(GridMarks.Span span, int from, List<Row> rows, Listener listener) {
    rows.forEach(this::add);
    int done = from + rows.size() - span.from();
    if (rows.isEmpty() || done >= span.size()) {
      put(text.toString());
      listener.done().accept(done);
    } else {
      listener.copied().accept(done);
      next(span, from + rows.size(), listener);
    }
  }

  private void add(Row row) {
    text.append(columns.stream().map(c -> cell(c, row)).collect(Collectors.joining("\t")))
        .append('\n');
  }

  private static String cell(GridColumn column, Row row) {
    Value value = column.value().apply(row);
    return quoted(ValueText.plain(column.field(), value));
  }

  /// Quoted where it would break a line or a column otherwise.
  static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  static void put(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
