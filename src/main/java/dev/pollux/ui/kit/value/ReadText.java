package dev.pollux.ui.kit.value;

import dev.pollux.text.VisibleText;
import dev.pollux.ui.kit.code.CodeEditor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;

/// A text that is read: lines are made as they are looked at, so that its length costs nothing.
final class ReadText extends StyledTextModelViewOnlyBase {
  private static final Pattern NAME = Pattern.compile("^\\s*(\"(?:[^\"\\\\]|\\\\.)*\")\\s*:");
  private final TextLines lines;
  private final TextFolds folds;
  private final boolean json;
  private final List<CodeEditor.Mark> marks;
  private Optional<CodeEditor.Mark> found = Optional.empty();

  /// @param json whether it is JSON that is laid out, which can be folded
  /// @param marks of the text, in order, none over another
  ReadText(String text, boolean json, List<CodeEditor.Mark> marks) {
    this.json = json;
    this.marks = List.copyOf(marks);
    this.lines = new TextLines(text);
    this.folds = new TextFolds(lines, json);
  }

  String text() {
    return lines.text();
  }

  TextFolds folds() {
    return folds;
  }

  @Override
  public int size() {
    return folds.size();
  }

  @Override
  public String getPlainText(int index) {
    int line = folds.line(index);
    String shown = VisibleText.of(lines.line(line));
    return folds.isFolded(line)
        ? shown + String.format(Locale.ROOT, " … %d … ", folds.hidden(line))
        : shown;
  }

  @Override
  public RichParagraph getParagraph(int index) {
    RichParagraph.Builder builder = RichParagraph.builder();
    int line = folds.line(index);
    String shown = getPlainText(index);
    int at = 0;
    Matcher name = NAME.matcher(shown);
    if (json && name.find()) {
      builder.addWithStyleNames(shown.substring(0, name.start(1)), "code-plain");
      builder.addWithStyleNames(name.group(1), "code-column");
      at = name.end(1);
    }
    for (CodeEditor.Mark mark : marks) {
      light(builder, line, mark);
    }
    found.ifPresent(mark -> light(builder, line, mark));
    return builder.addWithStyleNames(shown.substring(at), "code-plain").build();
  }

  private void light(RichParagraph.Builder builder, int line, CodeEditor.Mark mark) {
    int start = lines.start(line);
    int end = lines.end(line);
    if (mark.start() < end && mark.end() > start) {
      String raw = lines.line(line);
      int from = VisibleText.shownAt(raw, Math.max(0, mark.start() - start));
      int to = VisibleText.shownAt(raw, Math.min(raw.length(), mark.end() - start));
      builder.addHighlight(from, to - from, mark.styleClass() + "-back");
    }
  }

  @Override
  public StyleAttributeMap getStyleAttributeMap(StyleResolver resolver, TextPos pos) {
    return StyleAttributeMap.EMPTY;
  }

  /// Lights up what was found, or nothing any more.
  void find(Optional<CodeEditor.Mark> hit) {
    hit.ifPresent(mark -> folds.reveal(lines.at(mark.start())));
    found = hit;
  }

  /// Where a place of the text stands on the screen.
  TextPos pos(int place) {
    int line = lines.at(Math.min(place, lines.text().length()));
    int seen = folds.place(line);
    return folds.line(seen) == line
        ? TextPos.ofLeading(seen, VisibleText.shownAt(lines.line(line), place - lines.start(line)))
        : TextPos.ofLeading(seen, 0);
  }

  /// The place of the text that stands there on the screen.
  int place(TextPos pos) {
    int line = folds.line(Math.min(pos.index(), folds.size() - 1));
    return lines.start(line) + VisibleText.placeOf(lines.line(line), pos.offset());
  }
}
