package dev.pollux.prompt;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes a [Template] whose plain text is meant as it stands, whatever braces it has.
final class TemplateText {
  private final StringBuilder out = new StringBuilder();

  /// What was opened: true for four braces, which [TemplateParser] looks for an end of.
  private final Deque<Boolean> open = new ArrayDeque<>();

  /// The text of a template that says just this.
  static String of(String plain) {
    TemplateText text = new TemplateText();
    text.plain(plain);
    return text.toString();
  }

  void plain(String plain) {
    int at = 0;
    while (at < plain.length()) {
      char c = plain.charAt(at);
      if (plain.startsWith("{{", at)) {
        out.append("{{{{");
        open.push(true);
        at += 2;
      } else if (plain.startsWith("}}", at) && !open.isEmpty() && open.peek()) {
        out.append("}}}}");
        open.pop();
        at += 2;
      } else {
        one(c);
        at++;
      }
    }
  }

  private void one(char c) {
    out.append(c);
    if (c == '{') {
      open.push(false);
    } else if (c == '}') {
      TemplateParser.closeOne(open);
    }
  }

  /// A column, with its braces.
  void column(String written) {
    out.append(written);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
