package dev.pollux.ui.kit.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.AppTheme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The editor under the hands of a person.
class RichCodeEditorTest extends ApplicationTest {
  private Button before;
  private Button after;
  private CodeEditor editor;

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    before = new Button("before");
    after = new Button("after");
    editor = new RichCodeEditor("code", "an example");
    Scene scene = new Scene(new VBox(before, editor.node(), after), 400, 300);
    AppTheme.dress(scene, "kit");
    stage.setScene(scene);
    stage.show();
    before.requestFocus();
  }

  private Node area() {
    return editor.node().lookup("#code");
  }

  @Test
  void whatIsTypedIsItsText() {
    clickOn(area()).write("Which subject? {{text}}");

    assertThat(editor.text().get()).isEqualTo("Which subject? {{text}}");
  }

  /// An animation that nobody sees has JavaFX lay out and draw sixty times a second for good; one
  /// of no length never begins.
  @Test
  void theCaretBlinksWithTheFocusAlone() {
    RichTextArea area = (RichTextArea) area();
    assertThat(area.getCaretBlinkPeriod()).isEqualTo(Duration.ZERO);
    clickOn(area);
    assertThat(area.getCaretBlinkPeriod()).isGreaterThan(Duration.ZERO);
    clickOn(before);
    assertThat(area.getCaretBlinkPeriod()).isEqualTo(Duration.ZERO);
  }

  @Test
  void theKeyboardComesAndGoes() {
    interact(() -> editor.text().set("Say: "));

    push(KeyCode.TAB).write("it").push(KeyCode.TAB);
    assertThat(editor.text().get()).isEqualTo("Say: it");
    assertThat(after.isFocused()).isTrue();

    push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(before.isFocused()).isTrue();
  }

  @Test
  void aClickedColumnComesWhereTheCaretIs() {
    clickOn(area()).write("About .").push(KeyCode.LEFT);
    interact(() -> editor.insert("{{text}}"));
    write("!");

    assertThat(editor.text().get()).isEqualTo("About {{text}}!.");
  }

  @Test
  void anOfferedWordIsWrittenByEnter() {
    interact(() ->
        editor.setCompletion(text ->
            text.endsWith("{{te")
                ? new CodeEditor.Completion(text.length() - 2, List.of("text}}", "term}}"))
                : new CodeEditor.Completion(0, List.of())));

    clickOn(area()).write("About {{te").push(KeyCode.DOWN).push(KeyCode.ENTER);

    assertThat(editor.text().get()).isEqualTo("About {{term}}");
  }

  @Test
  void textOutOfSightCanBeReplacedWhileSomeOfItIsMarked() {
    clickOn(area()).write("Which subject?").push(KeyCode.SHORTCUT, KeyCode.A);
    VBox box = (VBox) editor.node().getParent();

    interact(() -> box.getChildren().remove(editor.node()));
    interact(() -> editor.text().set(""));

    assertThat(editor.text().get()).isEmpty();
  }
}
