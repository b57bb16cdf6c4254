package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import java.util.ArrayList;
import java.util.List;

/// Cuts a statement into tokens: literals of all kinds, back-ticked names, parameters, comments
/// ([lexical structure](https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical)).
public final class Lexer {
  private static final List<String> SYMBOLS =
      List.of("->", "<<", ">>", "<=", ">=", "<>", "!=", "||", "=>", "|>");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int column = 1;

  private Lexer(String sql) {
    this.sql = sql;
  }

  /// All tokens of a statement; the last one is its end.
  ///
  /// @throws SqlException if there is a character or a literal that GoogleSQL does not have
  public static List<Token> tokens(String sql) throws SqlException {
    return new Lexer(sql).run();
  }

  private List<Token> run() throws SqlException {
    while (true) {
      int before = at;
      skipBlank();
      boolean glued = at == before && at > 0;
      Position start = new Position(line, column);
      if (at >= sql.length()) {
        tokens.add(new Token(Token.Kind.END, "", Token.NONE, start, false));
        return tokens;
      }
      tokens.add(next(start, glued));
    }
  }

  private Token next(Position start, boolean glued) throws SqlException {
    char c = sql.charAt(at);
    StringLiteral literal = StringLiteral.at(sql, at);
    if (literal != null) {
      int from = at;
      at = literal.end(start);
      advance(from);
      return new Token(
          literal.bytes() ? Token.Kind.BYTES : Token.Kind.STRING,
          literal.text(),
          literal.raw(),
          start,
          glued);
    }
    if (c == '`') {
      return quotedName(start, glued);
    }
    if (Character.isDigit(c) || (c == '.' && digitAt(at + 1) && !afterName(glued))) {
      return number(start, glued);
    }
    if (isStart(c)) {
      return token(Token.Kind.WORD, word(), start, glued);
    }
    if (c == '@' && at + 1 < sql.length() && isStart(sql.charAt(at + 1))) {
      move(1);
      return token(Token.Kind.PARAMETER, word(), start, glued);
    }
    if (c == '@' && at + 1 < sql.length() && "@{".indexOf(sql.charAt(at + 1)) >= 0) {
      throw start.unsupported(sql.charAt(at + 1) == '{' ? "A hint" : "A system variable");
    }
    if (c == '?') {
      move(1);
      return token(Token.Kind.PARAMETER, "", start, glued);
    }
    for (String symbol : SYMBOLS) {
      if (sql.startsWith(symbol, at)) {
        move(symbol.length());
        return token(Token.Kind.SYMBOL, symbol, start, glued);
      }
    }
    if ("()[]{},.;+-*/%=<>~&|^:!@$".indexOf(c) < 0) {
      throw start.invalid(
          "Syntax error: Illegal input character \""
              + Character.toString(sql.codePointAt(at))
              + "\"");
    }
    move(1);
    return token(Token.Kind.SYMBOL, String.valueOf(c), start, glued);
  }

  private boolean afterName(boolean glued) {
    if (!glued || tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.getLast();
    return last.identifier() || last.symbol("]") || last.symbol(")");
  }

  private static Token token(Token.Kind kind, String text, Position at, boolean glued) {
    return new Token(kind, text, Token.NONE, at, glued);
  }

  private Token quotedName(Position start, boolean glued) throws SqlException {
    int end = sql.indexOf('`', at + 1);
    int newline = sql.indexOf('\n', at);
    if (end < 0 || (newline >= 0 && newline < end)) {
      throw start.invalid("Syntax error: Unclosed identifier literal");
    }
    String name = sql.substring(at + 1, end);
    if (name.isEmpty()) {
      throw start.invalid("Syntax error: Invalid empty identifier");
    }
    if (name.indexOf('\\') >= 0) {
      throw start.unsupported("A backslash in an identifier");
    }
    move(end + 1 - at);
    return token(Token.Kind.QUOTED, name, start, glued);
  }

  private Token number(Position start, boolean glued) throws SqlException {
    int from = at;
    if (sql.regionMatches(true, at, "0x", 0, 2)) {
      move(2);
      while (at < sql.length() && Character.digit(sql.charAt(at), 16) >= 0) {
        move(1);
      }
      return token(Token.Kind.INTEGER, sql.substring(from, at), start, glued);
    }
    digits();
    boolean real = false;
    if (at < sql.length() && sql.charAt(at) == '.') {
      real = true;
      move(1);
      digits();
    }
    if (exponentHere()) {
      real = true;
      move(sql.charAt(at + 1) == '+' || sql.charAt(at + 1) == '-' ? 2 : 1);
      digits();
    }
    if (at < sql.length() && isStart(sql.charAt(at))) {
      throw new Position(line, column)
          .invalid("Syntax error: Missing whitespace between literal and alias");
    }
    return token(
        real ? Token.Kind.FLOAT : Token.Kind.INTEGER, sql.substring(from, at), start, glued);
  }

  private boolean exponentHere() {
    if (at >= sql.length() || "eE".indexOf(sql.charAt(at)) < 0) {
      return false;
    }
    boolean signed = at + 1 < sql.length() && "+-".indexOf(sql.charAt(at + 1)) >= 0;
    return digitAt(at + (signed ? 2 : 1));
  }

  private boolean digitAt(int index) {
    return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
  }

  private void digits() {
    while (digitAt(at)) {
      move(1);
    }
  }

  private String word() {
    int from = at;
    while (at < sql.length() && (isStart(sql.charAt(at)) || digitAt(at))) {
      move(1);
    }
    return sql.substring(from, at);
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private void skipBlank() throws SqlException {
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '\u00a0') {
        move(1);
      } else if (sql.charAt(at) == '#' || sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        move((end < 0 ? sql.length() : end) - at);
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        if (end < 0) {
          throw new Position(line, column).invalid("Syntax error: Unclosed comment");
        }
        move(end + 2 - at);
      } else {
        return;
      }
    }
  }

  private void move(int count) {
    int from = at;
    at += count;
    advance(from);
  }

  private void advance(int from) {
    for (int i = from; i < at; i += Character.charCount(sql.codePointAt(i))) {
      if (sql.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
  }
}
