package dev.pollux.ui.kit.code;

import java.util.List;
import java.util.function.Function;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Draws the marks of a text. They are found in the whole text, and drawn line by line.
final class CodeMarks implements SyntaxDecorator {
  private Function<String, List<CodeEditor.Mark>> find = _ -> List.of();
  private String seen = "";
  private List<CodeEditor.Mark> found = List.of();

  void set(Function<String, List<CodeEditor.Mark>> marks) {
    find = marks;
    found = find.apply(seen);
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    StringBuilder all = new StringBuilder();
    int start = 0;
    for (int i = 0; i < model.size(); i++) {
      if (i == index) {
        start = all.length();
      }
      all.append(model.getPlainText(i)).append('\n');
    }
    String text = all.substring(0, Math.max(0, all.length() - 1));
    if (!text.equals(seen)) {
      seen = text;
      found = find.apply(text);
    }
    return paragraph(model.getPlainText(index), start);
  }

  private RichParagraph paragraph(String line, int start) {
    RichParagraph.Builder builder = RichParagraph.builder();
    int at = 0;
    for (CodeEditor.Mark mark : found) {
      int from = Math.clamp(mark.start() - start, 0, line.length());
      int to = Math.clamp(mark.end() - start, 0, line.length());
      if (from >= to || from < at) {
        continue;
      }
      builder.addWithStyleNames(line.substring(at, from), "code-plain");
      builder.addWithStyleNames(line.substring(from, to), mark.styleClass());
      builder.addHighlight(from, to - from, mark.styleClass() + "-back");
      if (mark.wrong()) {
        builder.addWavyUnderline(from, to - from, "code-wrong");
      }
      at = to;
    }
    return builder.addWithStyleNames(line.substring(at), "code-plain").build();
  }

  /// Nothing is kept from line to line.
  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {}
}
