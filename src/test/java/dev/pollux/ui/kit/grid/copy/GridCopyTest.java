package dev.pollux.ui.kit.grid.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.ManualBackground;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Rows become text off the FX thread, page by page, up to a limit.
class GridCopyTest extends ApplicationTest implements GridCopy.Listener {
  private static final List<GridColumn> TEXT =
      List.of(GridColumn.at(Field.of("text", FieldType.STRING), 0));
  private final ManualBackground background = new ManualBackground();
  private final List<String> story = new ArrayList<>();
  private String cell = "x";

  @Override
  public void start(Stage stage) {
    stage.setScene(new javafx.scene.Scene(new StackPane(), 100, 100));
    stage.show();
  }

  private Runnable load(
      long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
    arrived.accept(Collections.nCopies(count, new Row(List.of(new Value.Scalar(cell)))));
    return () -> {};
  }

  private Runnable offThread(Runnable work, Runnable done, Consumer<Exception> failed) {
    return background.aside(work, done, failed)::cancel;
  }

  private GridCopy copy(int rows) {
    GridCopy copy = new GridCopy(TEXT, this::load, this::offThread, GridCopy.Manner.USUAL);
    interact(() -> {
      GridCopy.put("before");
      copy.start(new GridMarks.Span(0, rows - 1), this);
    });
    return copy;
  }

  private String clipboard() {
    String[] text = new String[1];
    interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    return text[0];
  }

  @Override
  public void copied(long rows) {
    story.add("copied " + rows);
  }

  @Override
  public void done(long rows, boolean cut) {
    story.add("done " + rows + (cut ? " cut" : ""));
  }

  @Override
  public void failed(Exception problem) {
    story.add("failed " + problem.getMessage());
  }

  @Test
  void aPageIsWrittenWhereItMayTakeItsTime() {
    copy(1_200);
    assertThat(story).isEmpty();
    interact(background::workAll);
    assertThat(story).as("written, and not said yet").isEmpty();
    interact(background::settle);
    assertThat(story).containsExactly("copied 500", "done 1200");
    assertThat(clipboard().lines()).hasSize(1_201);
  }

  @Test
  void wideRowsAreCopiedAsFarAsTheyFitAndThatIsSaid() {
    cell = "a".repeat(1_000_000);
    copy(100);
    interact(background::settle);
    assertThat(story).containsExactly("done 33 cut");
    assertThat(clipboard()).hasSizeBetween(33_000_000, GridCopy.MOST_CHARACTERS).endsWith("a\n");
  }

  @Test
  void aCopyThatWasStoppedLeavesTheClipboardAlone() {
    GridCopy copy = copy(400);
    interact(background::workAll);
    interact(copy::stop);
    interact(background::settle);
    assertThat(story).isEmpty();
    assertThat(clipboard()).isEqualTo("before");
  }
}
