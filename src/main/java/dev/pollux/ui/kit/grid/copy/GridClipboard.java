package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.SpreadsheetText;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Copies from a grid, one copy at a time, and says how far it is.
public final class GridClipboard {
  private final Words words;
  private final OffThread offThread;
  private final Consumer<String> say;
  private Optional<GridCopy> under = Optional.empty();

  /// @param say shows a line of text below the grid
  public GridClipboard(Words words, OffThread offThread, Consumer<String> say) {
    this.words = words;
    this.offThread = offThread;
    this.say = say;
  }

  /// Whether rows are being copied.
  public boolean busy() {
    return under.isPresent();
  }

  public void stop() {
    under.ifPresent(GridCopy::stop);
    under = Optional.empty();
  }

  /// @param exact as it is, also what a spreadsheet would run
  public void copy(GridCell cell, boolean exact) {
    stop();
    AtomicReference<String> text = new AtomicReference<>("");
    var _ =
        offThread.run(
            () -> {
              String full = ValueText.copied(cell.field(), cell.value());
              text.set(exact ? full : SpreadsheetText.harmless(cell.field(), full));
            },
            () -> GridCopy.put(text.get()),
            _ -> say.accept(words.get("kit.grid.copy-failed")));
  }

  public void copy(
      List<GridColumn> columns, RowSource source, GridMarks.Span span, GridCopy.Manner manner) {
    stop();
    if (span.size() > GridCopy.MOST_ROWS) {
      say.accept(words.get("kit.grid.too-many", GridCopy.MOST_ROWS, span.size()));
      return;
    }
    GridCopy copy = new GridCopy(columns, source, offThread, manner);
    under = Optional.of(copy);
    say.accept(words.get("kit.grid.copying", 0, span.size()));
    copy.start(span, new Progress(span.size()));
  }

  private final class Progress implements GridCopy.Listener {
    private final long wanted;

    Progress(long wanted) {
      this.wanted = wanted;
    }

    @Override
    public void copied(long rows) {
      say.accept(words.get("kit.grid.copying", rows, wanted));
    }

    @Override
    public void done(long rows, boolean cut) {
      under = Optional.empty();
      say.accept(
          cut
              ? words.get("kit.grid.copy-cut", rows, wanted, GridCopy.MOST_CHARACTERS)
              : words.get("kit.grid.copied", rows));
    }

    @Override
    public void failed(Exception problem) {
      under = Optional.empty();
      say.accept(words.get("kit.grid.copy-failed"));
    }
  }
}
