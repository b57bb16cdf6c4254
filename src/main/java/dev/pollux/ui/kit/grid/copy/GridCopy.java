package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.Row;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Copies rows in one of the forms of a copy. Rows are asked for page by page, since a grid does
/// not have them all, and become text off the FX thread.
public final class GridCopy {
  /// More would not fit a spreadsheet, nor most clipboards.
  public static final int MOST_ROWS = 200_000;

  /// Wide rows reach this first. The clipboard holds text as two bytes a character, and so do most
  /// programs that take it: 64 MB.
  static final int MOST_CHARACTERS = 32 * 1024 * 1024;

  private static final int PAGE = 500;

  /// Of rows that are short: each page is a call, and goes over the FX thread.
  private static final int LONG_PAGE = 2_000;

  private static final int SHORT_ROW = 1_000;
  private final List<GridColumn> columns;
  private final RowSource source;
  private final OffThread offThread;
  private final CopyText form;
  // Written by one piece of work after the other, and read when they have ended.
  private final StringBuilder text = new StringBuilder();
  private long copied;
  private boolean full;
  private Runnable waiting = () -> {};
  private boolean stopped;

  /// Hears how far it is. All on the FX thread.
  interface Listener {
    void copied(long rows);

    /// @param cut whether more rows were wanted than fit
    void done(long rows, boolean cut);

    void failed(Exception problem);
  }

  /// How rows are copied.
  ///
  /// @param exact each cell as it is, also what a spreadsheet would run
  /// @param header whether the names of the columns come first, in the forms of spreadsheets
  public record Manner(CopyForm form, boolean exact, boolean header) {
    public static final Manner USUAL = new Manner(false, true);

    public Manner(boolean exact, boolean header) {
      this(CopyForm.TSV, exact, header);
    }

    public static Manner as(CopyForm form) {
      return new Manner(form, false, true);
    }
  }

  GridCopy(List<GridColumn> columns, RowSource source, OffThread offThread, Manner manner) {
    this.columns = columns;
    this.source = source;
    this.offThread = offThread;
    this.form = manner.form().text(columns, manner);
  }

  void start(GridMarks.Span span, Listener listener) {
    text.append(form.begin());
    next(span, span.from(), listener);
  }

  void stop() {
    stopped = true;
    waiting.run();
  }

  private void next(GridMarks.Span span, int from, Listener listener) {
    boolean areShort = copied > 0 && text.length() / copied < SHORT_ROW;
    int count = Math.min(areShort ? LONG_PAGE : PAGE, span.to() - from + 1);
    waiting =
        source.load(
            from,
            count,
            rows -> {
              if (!stopped) {
                write(span, from, rows, listener);
              }
            },
            listener::failed);
  }

  private void write(GridMarks.Span span, int from, List<Row> rows, Listener listener) {
    waiting =
        offThread.run(
            () -> rows.forEach(this::add),
            () -> {
              if (stopped) {
                return;
              }
              if (full || rows.isEmpty() || copied >= span.size()) {
                put(text.append(form.end()).toString());
                listener.done(copied, full);
              } else {
                listener.copied(copied);
                next(span, from + rows.size(), listener);
              }
            },
            listener::failed);
  }

  private void add(Row row) {
    if (full) {
      return;
    }
    long cells = 0;
    for (GridColumn column : columns) {
      cells += ValueText.plain(column.field(), column.value().apply(row)).length();
    }
    String line = cells > MOST_CHARACTERS - text.length() ? "" : form.row(row);
    full =
        cells > MOST_CHARACTERS - text.length() || line.length() > MOST_CHARACTERS - text.length();
    if (!full) {
      text.append(line);
      copied++;
    }
  }

  static void put(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
