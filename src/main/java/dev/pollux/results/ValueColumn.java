package dev.pollux.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What one member of the answers is, row by row: nine bytes a row. Words are kept as long as there
/// are few different ones; of other texts only the length is.
public final class ValueColumn {
  /// More different words than a chart can show.
  private static final int MOST_WORDS = 400;

  private static final int LONGEST_WORD = 120;
  private static final Kind[] KINDS = Kind.values();

  /// What a row has there.
  public enum Kind {
    /// Nothing can be said: the row has no answer, or one of another form.
    NONE,
    /// NULL, a text of blanks, a list of none, or no such member.
    EMPTY,
    /// A text, or true or false.
    WORD,
    /// A text of which only the length is known.
    TEXT,
    NUMBER,
    /// A list or an object; its figure is how many it holds.
    ITEMS
  }

  private final String name;
  private byte[] kinds = new byte[0];
  private double[] figures = new double[0];
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  ValueColumn(String name) {
    this.name = name;
  }

  /// The member; empty for answers as a whole.
  public String name() {
    return name;
  }

  public Kind kind(int row) {
    return row < kinds.length ? KINDS[kinds[row]] : Kind.NONE;
  }

  /// The number, the length of the text, or how many items there are; 0 for others.
  public double figure(int row) {
    return switch (kind(row)) {
      case WORD -> words.get((int) figures[row]).length();
      case TEXT, NUMBER, ITEMS -> figures[row];
      case NONE, EMPTY -> 0;
    };
  }

  /// Which of [#words()] the row has, where its kind is a word.
  public int word(int row) {
    return (int) figures[row];
  }

  /// The different words, in the order in which they were met.
  public List<String> words() {
    return List.copyOf(words);
  }

  void put(int row, JsonNode value) {
    if (value.isNumber()) {
      // What is beyond a double is infinite here, and no fault.
      put(row, Kind.NUMBER, value.numberValue().doubleValue());
    } else if (value.isContainer()) {
      put(row, value.isEmpty() ? Kind.EMPTY : Kind.ITEMS, value.size());
    } else if (value.isMissingNode() || value.isNull()) {
      put(row, Kind.EMPTY, 0);
    } else {
      put(row, value.asString());
    }
  }

  void put(int row, String text) {
    if (text.isBlank()) {
      put(row, Kind.EMPTY, 0);
      return;
    }
    boolean isShort = text.length() <= LONGEST_WORD;
    Integer code = isShort ? codes.get(text) : null;
    if (code == null && isShort && codes.size() < MOST_WORDS) {
      code = words.size();
      words.add(text);
      codes.put(text, code);
    }
    put(row, code == null ? Kind.TEXT : Kind.WORD, code == null ? text.length() : code);
  }

  private void put(int row, Kind kind, double figure) {
    if (row >= kinds.length) {
      int room = Math.max(64, row + row / 2 + 1);
      kinds = Arrays.copyOf(kinds, room);
      figures = Arrays.copyOf(figures, room);
    }
    kinds[row] = (byte) kind.ordinal();
    figures[row] = figure;
  }
}
