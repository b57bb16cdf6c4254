package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import java.util.Locale;

/// A piece of a statement.
///
/// @param text what it means: an identifier without back-ticks, a string's characters, a symbol
/// @param glued whether nothing stands between it and the token before
@SuppressWarnings("ArrayRecordComponent")
public record Token(Kind kind, String text, byte[] bytes, Position at, boolean glued) {
  /// What a token is.
  public enum Kind {
    WORD,
    QUOTED,
    STRING,
    BYTES,
    INTEGER,
    FLOAT,
    PARAMETER,
    SYMBOL,
    END
  }

  static final byte[] NONE = {};

  /// Whether it is this word, in any case and without back-ticks.
  public boolean word(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /// Whether it is this symbol.
  public boolean symbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean reserved() {
    return kind == Kind.WORD && Keywords.RESERVED.contains(text.toUpperCase(Locale.ROOT));
  }

  boolean identifier() {
    return kind == Kind.QUOTED || (kind == Kind.WORD && !reserved());
  }

  /// How a syntax error names it.
  String described() {
    return switch (kind) {
      case END -> "end of statement";
      case WORD -> reserved() ? "keyword " + text.toUpperCase(Locale.ROOT) : quoted("identifier");
      case QUOTED -> "identifier `" + text + "`";
      case STRING -> quoted("string literal");
      case BYTES -> "bytes literal";
      case INTEGER -> quoted("integer literal");
      case FLOAT -> quoted("floating point literal");
      case PARAMETER -> text.isEmpty() ? "\"?\"" : "\"@\"";
      case SYMBOL -> "\"" + text + "\"";
    };
  }

  private String quoted(String what) {
    return what + " \"" + text + "\"";
  }
}
