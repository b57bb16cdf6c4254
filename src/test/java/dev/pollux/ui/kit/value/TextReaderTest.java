package dev.pollux.ui.kit.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.AtOnce;
import dev.pollux.ui.kit.code.CodeEditor;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A text of any length is read, folded, found in and copied.
class TextReaderTest extends ApplicationTest {
  private static final String JSON =
      "{\"subject\":\"economy\",\"marks\":[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}],\"note\":\"said \\u001b[31m\"}";
  private Stage stage;
  private TextReader reader;

  @Override
  public void start(Stage shared) {
    stage = new Stage();
    Words words = new Words(Locale.ENGLISH);
    AppTheme.loadFonts();
    AppTheme.theme(Boolean.getBoolean("pollux.dark"));
    reader = new TextReader("reader", "the text", words, new AtOnce());
    BorderPane root = new BorderPane(reader.node());
    root.setTop(new ReaderTools("reader", reader, words).node());
    Scene scene = new Scene(root, 600, 400);
    AppTheme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void show(TextReader.Content content) {
    interact(() -> reader.show(content.text().length(), () -> content));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private RichTextArea area() {
    return (RichTextArea) reader.area();
  }

  private Node node(String id) {
    return from(stage.getScene().getRoot()).lookup("#" + id).query();
  }

  /// What is laid out on the screen.
  private String laidOut() {
    StringBuilder all = new StringBuilder();
    collect(area(), all);
    return all.toString();
  }

  private static void collect(Node node, StringBuilder all) {
    if (node instanceof Text text) {
      all.append(text.getText());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  @Test
  void tenMegabytesAreThereAndFewOfThemLaidOut() {
    String text = "one line without an end ".repeat(420_000);
    show(TextReader.Content.plain(text));
    assertThat(reader.text()).isEqualTo(text);
    assertThat(laidOut().length()).as("characters that are laid out").isBetween(100, 60_000);
    interact(() -> area().select(area().getDocumentEnd()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(laidOut().length()).as("and at its end").isBetween(100, 60_000);
  }

  @Test
  void jsonIsFoldedByTheButtonAndByKeys() {
    show(TextReader.Content.json(JSON));
    int all = area().getParagraphCount();
    interact(() -> Snapshot.take(stage.getScene(), "reader-json"));
    clickOn(node("reader-fold"));
    assertThat(area().getParagraphCount()).isLessThan(all);
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> Snapshot.take(stage.getScene(), "reader-folded"));
    clickOn(node("reader-fold"));
    assertThat(area().getParagraphCount()).isEqualTo(all);
    interact(() -> {
      area().requestFocus();
      area().select(TextPos.ofLeading(0, 0));
    });
    push(KeyCode.SPACE);
    assertThat(area().getParagraphCount()).isEqualTo(2);
    assertThat(area().getPlainText(0)).startsWith("{ … ");
  }

  @Test
  void whatIsFoldedIsFoundToo() {
    show(TextReader.Content.json(JSON));
    clickOn(node("reader-fold"));
    int folded = area().getParagraphCount();
    interact(() -> area().requestFocus());
    push(KeyCode.SHORTCUT, KeyCode.F);
    write("\"B\"");
    assertThat(((Label) node("reader-found")).getText()).isEqualTo("1 of 2");
    push(KeyCode.ENTER);
    assertThat(((Label) node("reader-found")).getText()).isEqualTo("2 of 2");
    assertThat(area().getParagraphCount()).isGreaterThan(folded);
    interact(() -> Snapshot.take(stage.getScene(), "reader-found"));
    push(KeyCode.ESCAPE);
    assertThat(area().isFocused()).isTrue();
  }

  @Test
  void whatIsShownEscapedIsCopiedAsItIs() {
    String text = "a\u202Eb\0c " + "x".repeat(3_000) + "\nend";
    show(TextReader.Content.plain(text));
    assertThat(laidOut()).contains("a\\u202eb\\u0000c");
    interact(() -> {
      area().requestFocus();
      area().selectAll();
    });
    push(KeyCode.SHORTCUT, KeyCode.C);
    interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(text));
  }

  @Test
  void quotesAreLitAndTheirPlaceIsGoneTo() {
    String text = "nothing\n".repeat(300) + "here is the economy of it\n" + "nothing\n".repeat(50);
    int at = text.indexOf("the economy");
    show(
        new TextReader.Content(
            text, false, List.of(new CodeEditor.Mark(at, at + 11, "quoted-words", false))));
    interact(() -> reader.showMark(at));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(laidOut()).contains("here is the economy of it");
    interact(() -> Snapshot.take(stage.getScene(), "reader-quote"));
  }
}
