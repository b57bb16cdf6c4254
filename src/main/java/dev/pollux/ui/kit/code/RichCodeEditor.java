package dev.pollux.ui.kit.code;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.TextPos;

/// [CodeEditor] over JavaFX's CodeArea.
public final class RichCodeEditor implements CodeEditor {
  private final CodeArea area = new CodeArea();
  private final StackPane root = new StackPane(area);
  private final StringProperty text = new SimpleStringProperty("");
  private final CodeMarks marks = new CodeMarks();

  /// @param id of the node that takes the focus
  /// @param example shown while there is no text
  public RichCodeEditor(String id, String example) {
    area.setId(id);
    area.setLineEnding(LineEnding.LF);
    area.setWrapText(true);
    area.setContentPadding(new Insets(6, 8, 6, 8));
    area.setSyntaxDecorator(marks);
    area.setAccessibleText(example);
    Label hint = new Label(example);
    hint.getStyleClass().addAll("quiet", "code-hint");
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    hint.visibleProperty().bind(text.isEmpty());
    StackPane.setAlignment(hint, javafx.geometry.Pos.TOP_LEFT);
    root.getChildren().add(hint);
    root.getStyleClass().add("code-editor");
    // Lines that were drawn before the theme changed out of sight would keep its colours.
    area.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            redraw();
          }
        });
    keys();
    // Lines keep the colours that they were drawn with: the theme shows in the background.
    root.backgroundProperty().subscribe(_ -> redraw());
    area.getModel().addListener(_ -> text.set(area.getText()));
    text.subscribe(wanted -> {
      if (!area.getText().equals(wanted)) {
        // CodeArea draws a selection that it has no lines for, and fails, where it is out of sight.
        area.clearSelection();
        area.setText(wanted);
      }
    });
  }

  /// Text that was put here moves the caret nowhere, and without one the keys would write nothing.
  private void keys() {
    EditorKeys.tabLeaves(area);
    CaretBlink.withFocus(area);
    // A press on what is empty below the text would go nowhere.
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> area.requestFocus());
    area.focusedProperty()
        .subscribe(focused -> {
          if (focused && area.getCaretPosition() == null) {
            area.select(area.getDocumentEnd());
          }
        });
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public StringProperty text() {
    return text;
  }

  @Override
  public void insert(String added) {
    TextPos caret = area.getCaretPosition();
    TextPos at = caret == null ? area.getDocumentEnd() : caret;
    area.select(area.replaceText(at, at, added));
    area.requestFocus();
  }

  @Override
  public void setMarks(Function<String, List<Mark>> wanted) {
    marks.set(wanted);
    redraw();
  }

  private void redraw() {
    area.setSyntaxDecorator(null);
    area.setSyntaxDecorator(marks);
  }

  @Override
  public void setCompletion(Function<String, Completion> completion) {
    new CodeCompletion(area, completion);
  }
}
