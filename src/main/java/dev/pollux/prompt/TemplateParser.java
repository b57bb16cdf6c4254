package dev.pollux.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a [Template], from left to right and once. Only opening braces say something: closing ones
/// are what they are, unless they end a column or belong to four opening ones.
final class TemplateParser {
  private static final String FOUR = "{{{{";
  private static final String FOUR_CLOSED = "}}}}";
  private final String text;
  private final Set<Integer> closing;
  private final List<Template.Piece> pieces = new ArrayList<>();
  private final List<Template.Brace> braces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  TemplateParser(String text) {
    this.text = text;
    closing = closing(text);
  }

  Template parse() {
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith(FOUR, at) || closing.contains(at)) {
        literal.append(text, at, at + 2);
        at = brace(at, at + 4, Template.Brace.Kind.FOUR);
      } else if (text.startsWith("{{{", at)) {
        literal.append('{');
        at = brace(at, at + 1, Template.Brace.Kind.THIRD);
      } else if (text.startsWith("{{", at)) {
        at = column(at);
      } else {
        literal.append(text.charAt(at++));
      }
    }
    flush();
    return new Template(text, pieces, braces);
  }

  private int brace(int start, int end, Template.Brace.Kind kind) {
    braces.add(new Template.Brace(start, end, kind));
    return end;
  }

  private int column(int start) {
    int next = text.indexOf("{{", start + 2);
    int end = text.indexOf("}}", start + 2, next < 0 ? text.length() : next);
    if (end < 0) {
      literal.append("{{");
      return brace(start, start + 2, Template.Brace.Kind.UNCLOSED);
    }
    flush();
    pieces.add(new Template.Piece.Column(text.substring(start + 2, end).strip(), start, end + 2));
    return end + 2;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      pieces.add(new Template.Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /// Where the four closing braces stand that belong to four opening ones: those at their level, so
  /// that the end of a deep JSON object stays what it is.
  private static Set<Integer> closing(String text) {
    Set<Integer> found = new HashSet<>();
    Deque<Boolean> open = new ArrayDeque<>();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith(FOUR, at)) {
        open.push(true);
        at += 4;
      } else if (text.charAt(at) == '{') {
        open.push(false);
        at++;
      } else if (text.charAt(at) != '}' || open.isEmpty()) {
        at++;
      } else if (open.peek() && text.startsWith(FOUR_CLOSED, at)) {
        open.pop();
        found.add(at);
        at += 4;
      } else {
        closeOne(open);
        at++;
      }
    }
    return found;
  }

  /// One closing brace closes one opening brace; four of them that it stands in have no end.
  static void closeOne(Deque<Boolean> open) {
    while (!open.isEmpty() && open.peek()) {
      open.pop();
    }
    open.poll();
  }
}
