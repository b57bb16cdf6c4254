package dev.pollux.ui.kit.code;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

/// A list of words below the caret: up and down choose, Enter and Tab write, Escape closes.
final class CodeCompletion {
  private static final double ROW = 26;
  private static final int MOST = 8;
  private final CodeArea area;
  private final Function<String, CodeEditor.Completion> completion;
  private final Popup popup = new Popup();
  private final ListView<String> list = new ListView<>();
  private boolean typed;

  CodeCompletion(CodeArea area, Function<String, CodeEditor.Completion> completion) {
    this.area = area;
    this.completion = completion;
    list.setId(area.getId() + "-completion");
    list.getStyleClass().add("code-completion");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(240);
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> write());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    area.addEventHandler(KeyEvent.KEY_TYPED, _ -> typed = true);
    area.caretPositionProperty().subscribe(_ -> onCaret());
    area.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            popup.hide();
          }
        });
  }

  private void onKey(KeyEvent key) {
    if (!popup.isShowing()) {
      return;
    }
    switch (key.getCode()) {
      case KeyCode.DOWN -> list.getSelectionModel().selectNext();
      case KeyCode.UP -> list.getSelectionModel().selectPrevious();
      case KeyCode.ENTER, KeyCode.TAB -> write();
      case KeyCode.ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    key.consume();
  }

  /// A typed key tells of itself before the text has changed, and of the caret before it is drawn:
  /// the words are looked for when both are there.
  private void onCaret() {
    Scene scene = area.getScene();
    if (!typed || scene == null) {
      return;
    }
    typed = false;
    Runnable drawn =
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            offer();
          }
        };
    scene.addPostLayoutPulseListener(drawn);
    Platform.requestNextPulse();
  }

  private void offer() {
    List<String> words = completion.apply(before()).words();
    Node caret = area.lookup(".caret");
    if (words.isEmpty() || caret == null || area.getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(words);
    list.getSelectionModel().select(0);
    list.setPrefHeight(Math.min(words.size(), MOST) * ROW + 4);
    Bounds at = caret.localToScreen(caret.getBoundsInLocal());
    if (at != null) {
      popup.show(area, at.getMinX(), at.getMaxY() + 4);
    }
  }

  private void write() {
    String word = list.getSelectionModel().getSelectedItem();
    popup.hide();
    TextPos caret = area.getCaretPosition();
    if (word == null || caret == null) {
      return;
    }
    CodeEditor.Completion now = completion.apply(before());
    int written = before().length() - now.start();
    TextPos start = TextPos.ofLeading(caret.index(), caret.offset() - written);
    area.select(area.replaceText(start, caret, word + (endsAlready(now) ? "" : now.ending())));
  }

  private boolean endsAlready(CodeEditor.Completion now) {
    TextPos caret = area.getCaretPosition();
    String line = caret == null ? "" : area.getPlainText(caret.index());
    return caret != null
        && caret.offset() <= line.length()
        && line.substring(caret.offset()).startsWith(now.ending());
  }

  /// The text up to the caret.
  private String before() {
    TextPos caret = area.getCaretPosition();
    if (caret == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < caret.index(); i++) {
      text.append(area.getPlainText(i)).append('\n');
    }
    String line = area.getPlainText(caret.index());
    return text.append(line, 0, Math.min(caret.offset(), line.length())).toString();
  }
}
