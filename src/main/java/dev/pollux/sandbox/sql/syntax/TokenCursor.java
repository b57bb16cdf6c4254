package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import java.util.List;

/// A place in the tokens of a statement, and the ways to move on.
public final class TokenCursor {
  private final List<Token> tokens;

  /// Levels of nesting that a statement may have. The service names no number; this one leaves both
  /// the translator and DuckDB far from the end of their stacks.
  private static final int DEEPEST = 300;

  /// Operators of one kind in a row.
  private static final int LONGEST_CHAIN = 1000;

  private int depth;
  private int next;
  private int positional;

  /// Stands before the first of these.
  public TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// Reads one level deeper.
  ///
  /// @throws SqlException if that is too deep
  <T> T deeper(Reader<T> reader) throws SqlException {
    if (++depth > DEEPEST) {
      throw SqlException.tooComplex();
    }
    T read = reader.read();
    depth--;
    return read;
  }

  /// What reads a part of a statement.
  @FunctionalInterface
  interface Reader<T> {
    T read() throws SqlException;
  }

  /// Checks how many operators of one kind there are in a row.
  static void chain(int length) throws SqlException {
    if (length > LONGEST_CHAIN) {
      throw SqlException.tooComplex();
    }
  }

  /// The next token.
  public Token peek() {
    return tokens.get(next);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  /// The next token, and moves behind it; the end of a statement stays.
  public Token take() {
    Token token = tokens.get(next);
    if (next < tokens.size() - 1) {
      next++;
    }
    return token;
  }

  /// Where the next token stands.
  public Position at() {
    return peek().at();
  }

  /// The name of the next positional parameter: its number from zero.
  String nextPositional() {
    return "?" + positional++;
  }

  /// Whether this word comes next.
  public boolean isWord(String word) {
    return peek().word(word);
  }

  /// Whether these words come next.
  boolean areWords(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).word(words[i])) {
        return false;
      }
    }
    return true;
  }

  /// Whether this symbol comes next.
  public boolean isSymbol(String symbol) {
    return peek().symbol(symbol);
  }

  /// Takes these words if they come next.
  public boolean tryWords(String... words) {
    if (!areWords(words)) {
      return false;
    }
    next += words.length;
    return true;
  }

  /// Takes this symbol if it comes next.
  public boolean trySymbol(String symbol) {
    if (!isSymbol(symbol)) {
      return false;
    }
    take();
    return true;
  }

  void word(String word) throws SqlException {
    if (!tryWords(word)) {
      throw expected("keyword " + word);
    }
  }

  /// Takes this symbol.
  ///
  /// @throws SqlException if something else comes next
  public void symbol(String symbol) throws SqlException {
    if (!trySymbol(symbol)) {
      throw expected("\"" + symbol + "\"");
    }
  }

  /// Takes a `>`, also when it is half of a `>>`.
  void closeAngle() throws SqlException {
    if (isSymbol(">>")) {
      Token half = peek();
      tokens.set(
          next,
          new Token(
              Token.Kind.SYMBOL,
              ">",
              Token.NONE,
              new Position(half.at().line(), half.at().column() + 1),
              true));
      return;
    }
    symbol(">");
  }

  /// Takes an identifier.
  ///
  /// @throws SqlException if something else comes next
  public String identifier() throws SqlException {
    if (!peek().identifier()) {
      throw unexpected();
    }
    return take().text();
  }

  /// The refusal of the next token.
  public SqlException unexpected() {
    return at().invalid("Syntax error: Unexpected " + peek().described());
  }

  /// The refusal of the next token, where something else must stand.
  public SqlException expected(String what) {
    return at().invalid("Syntax error: Expected " + what + " but got " + peek().described());
  }
}
