package dev.pollux.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes expressions of any type by the lines of grammar.txt.
final class SqlGrammar {
  private static final List<String> SCALARS =
      List.of(
          "BOOL",
          "INT64",
          "FLOAT64",
          "NUMERIC",
          "BIGNUMERIC",
          "STRING",
          "BYTES",
          "DATE",
          "DATETIME",
          "TIME",
          "TIMESTAMP",
          "JSON");
  private static final List<String> ORDERED =
      SCALARS.stream().filter(t -> !t.equals("JSON") && !t.equals("BIGNUMERIC")).toList();
  private static final List<String> PRINTED =
      List.of(
          "BOOL", "INT64", "FLOAT64", "NUMERIC", "STRING", "DATE", "DATETIME", "TIME", "TIMESTAMP");

  /// What the letters of grammar.txt stand for. BIGNUMERIC is compared nowhere, so it is rare.
  private static final Map<String, List<String>> VARIABLES =
      Map.of(
          "T", SCALARS,
          "U", SCALARS,
          "C", ORDERED,
          "O", ORDERED,
          "G", ORDERED,
          "P", PRINTED);

  static final List<String> TYPES =
      java.util.stream.Stream.concat(
              SCALARS.stream(),
              java.util.stream.Stream.of(
                  "STRUCT<a INT64, b STRING>",
                  "STRUCT<x FLOAT64, y ARRAY<INT64>>",
                  "ARRAY<INT64>",
                  "ARRAY<STRING>",
                  "ARRAY<DATE>",
                  "ARRAY<JSON>",
                  "ARRAY<FLOAT64>"))
          .toList();

  private static final List<String> NOT_TYPES = List.of("OVER", "FRAME", "RANKED");

  private static final Pattern HOLE = Pattern.compile("\\{([^{}\"]+?)}");
  private static final Pattern VARIABLE = Pattern.compile("\\b[TUCOGP]\\b");

  private record Production(String result, String text, boolean fails) {
    /// Whether all digits are meant: others are not made into text, or compared.
    boolean exact() {
      return !GeneratedSql.approximate(text) || text.contains("LIMIT");
    }

    boolean leaf() {
      return !HOLE.matcher(text).find();
    }
  }

  private final List<Production> productions = new ArrayList<>();
  private final Map<String, List<Production>> byType = new HashMap<>();
  private final RandomGenerator random;
  private final Map<String, List<String>> columns;

  /// @param columns names of columns that can stand for a type, by the type's name
  SqlGrammar(RandomGenerator random, Map<String, List<String>> columns) {
    this(random, columns, read());
  }

  private SqlGrammar(
      RandomGenerator random, Map<String, List<String>> columns, List<Production> productions) {
    this.random = random;
    this.columns = columns;
    this.productions.addAll(productions);
  }

  /// The same grammar without what can fail: whether a value that nobody needs is worked out is
  /// open.
  SqlGrammar quiet() {
    return new SqlGrammar(random, columns, productions.stream().filter(p -> !p.fails()).toList());
  }

  /// The same grammar over other columns.
  SqlGrammar over(Map<String, List<String>> others) {
    return new SqlGrammar(random, others, productions);
  }

  private static List<Production> read() {
    try (InputStream in =
        Objects.requireNonNull(SqlGrammar.class.getResourceAsStream("grammar.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(SqlGrammar::production)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Production production(String line) {
    boolean fails = line.startsWith("! ");
    String[] parts = (fails ? line.substring(2) : line).split(" = ", 2);
    return new Production(parts[0], parts[1], fails);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String type() {
    return any(TYPES);
  }

  /// An expression of any type.
  SqlNode expression(int depth) {
    return expression(type(), depth);
  }

  /// An expression of a type, at most so deep.
  SqlNode expression(String type, int depth) {
    return expression(type, depth, true);
  }

  private SqlNode expression(String type, int depth, boolean whole) {
    List<String> names = columns.getOrDefault(type, List.of());
    if (!names.isEmpty() && random.nextInt(depth < 1 ? 2 : 5) == 0) {
      return SqlNode.leaf(type, any(names));
    }
    boolean leaf = (depth < 1 && type.indexOf(':') < 0) || random.nextInt(8) == 0;
    List<Production> fitting =
        whole ? fitting(type) : fitting(type).stream().filter(Production::exact).toList();
    List<Production> wanted = fitting.stream().filter(p -> p.leaf() == leaf).toList();
    if (wanted.isEmpty()) {
      wanted =
          fitting.stream().filter(p -> p.leaf() || p.text().matches("(?:STRUCT|\\[).*")).toList();
    }
    if (wanted.isEmpty()) {
      wanted = fitting;
    }
    // What is for this type alone is more telling than what is for all.
    List<Production> own = wanted.stream().filter(p -> p.result().equals(type)).toList();
    Production chosen = any(own.isEmpty() || random.nextInt(4) == 0 ? wanted : own);
    return written(chosen, type, depth - 1);
  }

  private List<Production> fitting(String type) {
    return byType.computeIfAbsent(
        type, t -> productions.stream().filter(p -> !bound(p.result(), t).isEmpty()).toList());
  }

  /// What the letters of a result are, where it fits a type: with the type itself under an empty
  /// letter, so that it is empty only where it does not fit.
  private static Map<String, String> bound(String result, String type) {
    Map<String, String> bound = new HashMap<>(Map.of("", type));
    String inner = type;
    String pattern = result;
    int colon = type.indexOf(':') + 1;
    if (colon > 0 && result.startsWith(type.substring(0, colon))) {
      inner = type.substring(colon);
      pattern = result.substring(colon);
    } else if (result.startsWith("ARRAY<") && type.startsWith("ARRAY<")) {
      inner = type.substring(6, type.length() - 1);
      pattern = result.substring(6, result.length() - 1);
    }
    if (VARIABLES.containsKey(pattern)) {
      boolean plain = inner.matches("[A-Z0-9]+|STRUCT<.*") && !NOT_TYPES.contains(inner);
      if ((pattern.equals("T") && plain)
          || VARIABLES.getOrDefault(pattern, List.of()).contains(inner)) {
        bound.put(pattern, inner);
        return bound;
      }
      return Map.of();
    }
    return result.equals(type) ? bound : Map.of();
  }

  private SqlNode written(Production production, String type, int depth) {
    Map<String, String> bound = new HashMap<>(bound(production.result(), type));
    List<SqlNode> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(production.text());
    StringBuilder sql = new StringBuilder();
    while (hole.find()) {
      String wanted =
          VARIABLE
              .matcher(hole.group(1))
              .replaceAll(v ->
                  Matcher.quoteReplacement(
                      bound.computeIfAbsent(
                          v.group(), letter -> any(VARIABLES.getOrDefault(letter, SCALARS)))));
      SqlNode part = expression(wanted, depth, false);
      parts.add(part);
      hole.appendReplacement(sql, Matcher.quoteReplacement(part.sql()));
    }
    hole.appendTail(sql);
    String text = sql.toString().replace("$T", bound.getOrDefault("T", type));
    for (int i = 0; i < parts.size(); i++) {
      text = text.replace("$" + (i + 1), parts.get(i).sql());
    }
    return new SqlNode(type, production.text(), text, parts);
  }
}
