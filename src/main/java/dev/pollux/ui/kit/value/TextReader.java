package dev.pollux.ui.kit.value;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FindBar;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.code.CaretBlink;
import dev.pollux.ui.kit.code.CodeEditor;
import dev.pollux.ui.kit.code.EditorKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;

/// Text of any length to read: found in, folded where it is JSON, in lines as wide as the pane or
/// as they are. Only what is in sight is laid out. What is selected is copied as it is, and not as
/// it is shown.
public final class TextReader implements FindBar.Finder {
  /// Characters above which a text is made ready off the FX thread.
  static final int LARGE = 20_000;

  private final RichTextArea area = new RichTextArea();
  private final PauseTransition afterStyles = new PauseTransition(Duration.millis(1));
  private final BorderPane root = new BorderPane(area);
  private final Words words;
  private final OffThread offThread;
  private final FindBar bar;
  private final ReadOnlyBooleanWrapper foldable = new ReadOnlyBooleanWrapper();
  private ReadText shown = new ReadText("", false, List.of());
  private Runnable stop = () -> {};
  private TextHits hits = TextHits.NONE;

  /// What is to be read.
  ///
  /// @param json whether it is JSON that is laid out over lines
  /// @param marks of the text, in order, none over another
  public record Content(String text, boolean json, List<CodeEditor.Mark> marks) {
    public Content {
      marks = List.copyOf(marks);
    }

    /// Text as it is.
    public static Content plain(String text) {
      return new Content(text, false, List.of());
    }

    /// A value in full: JSON and nested values laid out over lines.
    public static Content of(Field field, Value value) {
      boolean json =
          field.type() == FieldType.JSON || field.type() == FieldType.STRUCT || field.isRepeated();
      return new Content(ValueText.read(field, value), json && !ValueText.isNull(value), List.of());
    }

    /// JSON laid out over lines; any other text as it is.
    public static Content json(String text) {
      String lines = ValueText.laidOut(text);
      return new Content(lines, true, List.of());
    }
  }

  /// @param id of the node that takes the focus; those of the bar in which one finds begin with it
  /// @param what is shown there, for people who cannot see it
  public TextReader(String id, String what, Words words, OffThread offThread) {
    this.words = words;
    this.offThread = offThread;
    this.bar = new FindBar(id, words, "kit.read.find", this);
    area.setId(id);
    area.setAccessibleText(what);
    area.setEditable(false);
    area.setWrapText(true);
    area.setContentPadding(new Insets(2, 4, 2, 4));
    area.getStyleClass().add("read-text");
    area.setMinHeight(0);
    EditorKeys.tabLeaves(area);
    CaretBlink.withFocus(area);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    // Lines keep the colours that they were drawn with, so that a new theme needs new lines.
    // Not in the midst of giving styles, which is when it hears of one.
    afterStyles.setOnFinished(_ -> redraw());
    area.backgroundProperty().subscribe((_, _) -> afterStyles.playFromStart());
    bar.isOpen().subscribe(open -> root.setBottom(open ? bar.node() : null));
    draw(shown);
  }

  public Region node() {
    return root;
  }

  /// Whether lines are broken at the width of the pane.
  public BooleanProperty wraps() {
    return area.wrapTextProperty();
  }

  /// Whether there is anything that can be folded.
  public ReadOnlyBooleanProperty foldable() {
    return foldable.getReadOnlyProperty();
  }

  /// Letters of one width, as code has them.
  public void code(boolean on) {
    area.getStyleClass().remove("code-text");
    if (on) {
      area.getStyleClass().add("code-text");
    }
  }

  /// Shows another text, from its beginning.
  ///
  /// @param size about how many characters it has
  /// @param make makes it; where it is large, off the FX thread
  public void show(long size, Supplier<Content> make) {
    stop.run();
    stop = () -> {};
    if (size <= LARGE) {
      Content content = make.get();
      draw(new ReadText(content.text(), content.json(), content.marks()));
      return;
    }
    draw(new ReadText(words.get("kit.read.coming"), false, List.of()));
    AtomicReference<ReadText> made = new AtomicReference<>(shown);
    stop =
        offThread.run(
            () -> {
              Content content = make.get();
              made.set(new ReadText(content.text(), content.json(), content.marks()));
            },
            () -> draw(made.get()),
            _ -> draw(new ReadText(words.get("kit.read.failed"), false, List.of())));
  }

  private void draw(ReadText text) {
    shown = text;
    hits = TextHits.NONE;
    bar.say("");
    foldable.set(text.folds().isAny());
    // It draws a selection that it has no lines for, and fails.
    area.clearSelection();
    area.setModel(text);
    if (bar.isOpen().get()) {
      onText(bar.text());
    }
  }

  /// All of the text that is there, as it is.
  String text() {
    return shown.text();
  }

  /// Brings the first place that is marked into view.
  public void showMark(int place) {
    area.select(shown.pos(place));
  }

  /// Opens the bar in which one finds things.
  public void find() {
    bar.open();
  }

  /// Folds all that can be but the outermost, or nothing.
  public void foldAll(boolean on) {
    shown.folds().foldAll(on);
    redraw();
  }

  /// Folds or unfolds the line in which the caret is.
  private void fold() {
    TextPos caret = area.getCaretPosition();
    if (caret != null) {
      int line = shown.folds().line(Math.min(caret.index(), shown.size() - 1));
      shown.folds().fold(line, !shown.folds().isFolded(line));
      redraw();
      area.select(TextPos.ofLeading(shown.folds().place(line), 0));
    }
  }

  private void redraw() {
    area.clearSelection();
    area.setModel(null);
    area.setModel(shown);
  }

  private void onKey(KeyEvent key) {
    if (key.isShortcutDown() && key.getCode() == KeyCode.F) {
      find();
      key.consume();
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.C) {
      copy();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
      fold();
      key.consume();
    }
  }

  /// What is selected as it is: lines that were cut are whole, and nothing is written out.
  private void copy() {
    SelectionSegment selected = area.getSelection();
    if (selected != null && !selected.isCollapsed()) {
      String text =
          shown.text().substring(shown.place(selected.getMin()), shown.place(selected.getMax()));
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
  }

  @Override
  public void onText(String text) {
    hits = TextHits.of(shown.text(), text);
    step(0);
  }

  @Override
  public void onStep(int by) {
    step(by);
  }

  private void step(int by) {
    hits = hits.step(by);
    Optional<CodeEditor.Mark> hit = hits.mark();
    shown.find(hit);
    redraw();
    hit.ifPresent(mark -> area.select(shown.pos(mark.end()), shown.pos(mark.start())));
    bar.say(
        bar.text().isEmpty()
            ? ""
            : hits.size() == 0
                ? words.get("kit.find.none")
                : words.get(
                    hits.size() >= TextHits.MOST ? "kit.find.many" : "kit.find.count",
                    hits.current() + 1,
                    hits.size()));
  }

  @Override
  public void onClosed() {
    hits = TextHits.NONE;
    shown.find(Optional.empty());
    redraw();
    area.requestFocus();
  }

  /// The node that takes the focus.
  Node area() {
    return area;
  }
}
