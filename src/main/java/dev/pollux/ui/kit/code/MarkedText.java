package dev.pollux.ui.kit.code;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;

/// Text to read and copy, with stretches of it marked by colour. It is laid out line by line as it
/// is looked at, so that long text costs nothing.
public final class MarkedText {
  private final CodeArea area = new CodeArea();
  private final CodeMarks marks = new CodeMarks();
  private List<CodeEditor.Mark> shown = List.of();

  /// @param id of the node that takes the focus
  /// @param what is shown there, for people who cannot see it
  public MarkedText(String id, String what) {
    area.setId(id);
    area.setAccessibleText(what);
    area.setEditable(false);
    area.setWrapText(true);
    area.setLineEnding(LineEnding.LF);
    area.setContentPadding(new Insets(6, 12, 6, 12));
    area.setSyntaxDecorator(marks);
    area.getStyleClass().add("marked-text");
    EditorKeys.tabLeaves(area);
    CaretBlink.withFocus(area);
    // Lines keep the colours that they were drawn with, so that a new theme needs new lines.
    area.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            redraw();
          }
        });
    area.backgroundProperty().subscribe(_ -> redraw());
  }

  public Region node() {
    return area;
  }

  /// Shows another text, from its beginning; nothing happens where it is the same.
  public void show(String text, List<CodeEditor.Mark> marked) {
    boolean same = text.equals(area.getText());
    if (same && marked.equals(shown)) {
      return;
    }
    shown = List.copyOf(marked);
    if (!same) {
      // CodeArea draws a selection that it has no lines for, and fails, where it is out of sight.
      area.clearSelection();
      area.setText(text);
    }
    redraw();
  }

  private void redraw() {
    List<CodeEditor.Mark> now = shown;
    marks.set(_ -> now);
    area.setSyntaxDecorator(null);
    area.setSyntaxDecorator(marks);
  }
}
