package dev.pollux.sandbox.gemini.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/// The simplest text that matches a simple regular expression: literals, classes, groups,
/// alternatives, counts. What it makes is checked, so a pattern it misreads yields nothing rather
/// than something wrong.
final class PatternText {
  private final String pattern;
  private int at;

  private PatternText(String pattern) {
    this.pattern = pattern;
  }

  static Optional<String> of(String pattern, int least, int most) {
    try {
      PatternText maker = new PatternText(pattern);
      String text = maker.alternatives();
      boolean whole = maker.at == pattern.length();
      int length = text.length();
      return Optional.of(text)
          .filter(made -> whole && length >= least && length <= most)
          .filter(made -> Pattern.compile(pattern).matcher(made).find());
    } catch (IndexOutOfBoundsException | NumberFormatException tooHard) {
      return Optional.empty();
    }
  }

  private String alternatives() {
    String first = sequence();
    while (peek('|')) {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder made = new StringBuilder();
    while (at < pattern.length() && !peek('|') && !peek(')')) {
      String one = one();
      made.append(one.repeat(times()));
    }
    return made.toString();
  }

  private boolean peek(char c) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }

  private String one() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '\\' -> escaped(pattern.charAt(at++));
      case '[' -> ofClass();
      case '(' -> {
        if (pattern.startsWith("?:", at)) {
          at += 2;
        }
        String inner = alternatives();
        at++;
        yield inner;
      }
      default -> String.valueOf(c);
    };
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'b', 'A', 'z', 'Z' -> "";
      default -> String.valueOf(c);
    };
  }

  private String ofClass() {
    if (peek('^')) {
      throw new IndexOutOfBoundsException("a negated class");
    }
    char c = pattern.charAt(at++);
    String first = c == '\\' ? escaped(pattern.charAt(at++)) : String.valueOf(c);
    while (!peek(']')) {
      at += peek('\\') ? 2 : 1;
      if (at >= pattern.length()) {
        throw new IndexOutOfBoundsException("a class without end");
      }
    }
    at++;
    return first;
  }

  private int times() {
    int times = 1;
    if (peek('*') || peek('?') || peek('+')) {
      times = pattern.charAt(at) == '+' ? 1 : 0;
      at++;
    } else if (peek('{')) {
      int end = pattern.indexOf('}', at);
      String low = pattern.substring(at + 1, end).split(",", -1)[0];
      times = low.isEmpty() ? 0 : Integer.parseInt(low);
      at = end + 1;
    }
    if (peek('?') || peek('+')) {
      at++;
    }
    return times;
  }
}
