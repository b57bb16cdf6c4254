package dev.pollux.ui.kit.value;

import dev.pollux.text.Words;

/// Text of any length for a text area, which takes seconds to lay out a megabyte: only its head is
/// shown, and the text says so.
public final class LongText {
  /// Characters that are shown.
  public static final int MOST = 20_000;

  private final Words words;

  public LongText(Words words) {
    this.words = words;
  }

  /// The text, or its head with a line about the rest.
  public String shown(String text) {
    return text.length() <= MOST ? text : cut(text);
  }

  private String cut(String text) {
    int end = Math.min(MOST, text.length());
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…\n\n" + words.get("kit.text.cut", MOST);
  }
}
