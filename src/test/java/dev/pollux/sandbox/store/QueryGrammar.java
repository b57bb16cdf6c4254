package dev.pollux.sandbox.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes queries over the tables v and w of generated-tables.sql: their expressions come from
/// [SqlGrammar], over the columns that can be seen where they stand.
final class QueryGrammar {
  private static final List<String> SCALARS =
      List.of(
          "BOOL",
          "INT64",
          "FLOAT64",
          "NUMERIC",
          "STRING",
          "BYTES",
          "DATE",
          "DATETIME",
          "TIME",
          "TIMESTAMP");
  private static final Map<String, List<String>> V =
      Map.ofEntries(
          Map.entry("INT64", List.of("k", "g", "i", "ARRAY_LENGTH(arr)", "st.a")),
          Map.entry("FLOAT64", List.of("f")),
          Map.entry("NUMERIC", List.of("n")),
          Map.entry("STRING", List.of("s", "st.b", "sa[SAFE_OFFSET(0)]")),
          Map.entry("BYTES", List.of("y")),
          Map.entry("BOOL", List.of("b")),
          Map.entry("DATE", List.of("d")),
          Map.entry("DATETIME", List.of("dt")),
          Map.entry("TIME", List.of("ti")),
          Map.entry("TIMESTAMP", List.of("ts")),
          Map.entry("JSON", List.of("j")),
          Map.entry("ARRAY<INT64>", List.of("arr")),
          Map.entry("ARRAY<STRING>", List.of("sa")),
          Map.entry("STRUCT<a INT64, b STRING>", List.of("st")));
  private static final List<String> KEYS = List.of("g", "b", "s", "d", "ts", "n", "f", "dt", "y");
  private static final String FROM = " FROM `p.d.v`";

  private final RandomGenerator random;
  private final SqlGrammar rows;

  QueryGrammar(RandomGenerator random) {
    this.random = random;
    rows = new SqlGrammar(random, V).quiet();
  }

  GeneratedSql query() {
    return switch (random.nextInt(10)) {
      case 0 -> plain();
      case 1, 2 -> grouped();
      case 3 -> windows();
      case 4 -> joined();
      case 5 -> setOperation();
      case 6 -> unnested();
      case 7 -> correlated();
      case 8 -> nested();
      default -> distinct();
    };
  }

  private boolean sometimes() {
    return random.nextInt(3) == 0;
  }

  private String maybe(String text) {
    return sometimes() ? text : "";
  }

  private String where() {
    return maybe(" WHERE " + rows.expression("BOOL", 2).sql());
  }

  private List<String> items(SqlGrammar grammar, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> grammar.expression(1 + random.nextInt(2)).sql())
        .toList();
  }

  /// One query of all items, and one of each.
  private static GeneratedSql of(String kind, List<String> items, String rest) {
    List<GeneratedSql> parts = new ArrayList<>();
    if (items.size() > 1) {
      items.forEach(item -> parts.add(of(kind, List.of(item), rest)));
    }
    String sql = "SELECT " + named(items) + rest;
    return new GeneratedSql(
        kind, sql, rest.matches(".* ORDER BY [^()]*"), GeneratedSql.approximate(sql), parts);
  }

  private static String named(List<String> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> items.get(i) + " AS c" + i)
        .collect(Collectors.joining(", "));
  }

  private String limit() {
    return maybe(" LIMIT " + random.nextInt(6) + maybe(" OFFSET " + random.nextInt(3)));
  }

  private GeneratedSql plain() {
    String order = rows.any(List.of("k", "k DESC", "d, k", "f DESC, k", "s NULLS LAST, k DESC"));
    return of("plain", items(rows, 3), FROM + where() + " ORDER BY " + order + limit());
  }

  private GeneratedSql grouped() {
    String key = rows.any(KEYS);
    String other = rows.any(KEYS);
    List<String> keys = key.equals(other) || sometimes() ? List.of(key) : List.of(key, other);
    Map<String, List<String>> seen = new HashMap<>();
    V.forEach((type, names) ->
        seen.put(type, new ArrayList<>(names.stream().filter(keys::contains).toList())));
    List<String> items = new ArrayList<>(keys);
    for (String type : List.of("INT64", "STRING", "FLOAT64", "BOOL", "NUMERIC", "DATE")) {
      String aggregate = rows.expression("AGG:" + type, 1).sql();
      if (!type.equals("FLOAT64")) {
        seen.computeIfAbsent(type, _ -> new ArrayList<>()).add(aggregate);
      }
      items.add(aggregate);
    }
    SqlGrammar groups = rows.over(without(seen));
    items.add(groups.expression("INT64", 2).sql());
    items.add(groups.expression("STRING", 2).sql());
    String having = maybe(" HAVING " + groups.expression("BOOL", 2).sql());
    return of("grouped", items, FROM + where() + " GROUP BY " + String.join(", ", keys) + having);
  }

  /// Only what has names; leaves stand for the rest.
  private static Map<String, List<String>> without(Map<String, List<String>> seen) {
    return seen.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private GeneratedSql windows() {
    List<String> items = new ArrayList<>(List.of("k"));
    for (int i = 0; i < 3; i++) {
      items.add(rows.expression("WIN:" + rows.any(SCALARS.subList(0, 5)), 1).sql());
    }
    String qualify =
        maybe(" QUALIFY " + rows.expression("WIN:INT64", 1).sql() + " > " + random.nextInt(3));
    return of("window", items, FROM + (qualify.isEmpty() ? "" : " WHERE TRUE") + qualify);
  }

  private GeneratedSql joined() {
    Map<String, List<String>> both = new HashMap<>();
    V.forEach((type, names) ->
        both.put(
            type,
            new ArrayList<>(
                names.stream().filter(n -> n.indexOf('(') < 0).map("a."::concat).toList())));
    both.get("INT64").addAll(List.of("b.h", "b.k"));
    both.get("STRING").add("b.t");
    both.get("DATE").add("b.e");
    both.get("FLOAT64").add("b.r");
    SqlGrammar grammar = rows.over(both);
    String kind = rows.any(List.of("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "INNER JOIN"));
    String on =
        rows.any(
            List.of(
                " ON a.k = b.k",
                " ON a.s = b.t",
                " ON a.d = b.e",
                " ON a.f = b.r",
                " ON ⟦a.k = b.k⟧ AND ⟦" + grammar.expression("BOOL", 0).sql() + "⟧",
                " ON a.g = b.h AND a.k != b.k"));
    List<String> items = new ArrayList<>(items(grammar, 2));
    items.addAll(List.of("a.k", "b.k"));
    String where = maybe(" WHERE " + grammar.expression("BOOL", 1).sql());
    return of("join", items, " FROM `p.d.v` AS a " + kind + " `p.d.w` AS b" + on + where);
  }

  private GeneratedSql setOperation() {
    String operator =
        rows.any(List.of("UNION ALL", "UNION DISTINCT", "INTERSECT DISTINCT", "EXCEPT DISTINCT"));
    List<String> types = List.of(rows.any(SCALARS), rows.any(SCALARS));
    String sql =
        IntStream.range(0, 2 + random.nextInt(2))
            .mapToObj(_ ->
                "SELECT "
                    + named(types.stream().map(t -> rows.expression(t, 1).sql()).toList())
                    + FROM
                    + where())
            .collect(Collectors.joining(" " + operator + " "));
    return new GeneratedSql("set", sql, false, GeneratedSql.approximate(sql), List.of());
  }

  private GeneratedSql unnested() {
    String array = rows.any(List.of("arr", "sa", "[s, 'q']", "[i, k]", "SPLIT(s, 'b')", "t.arr"));
    String join = rows.any(List.of(", ", " CROSS JOIN ", " JOIN "));
    String rest =
        " FROM `p.d.v` AS t" + join + "UNNEST(" + array + ") AS e WITH OFFSET AS p" + where();
    if (sometimes()) {
      return of("unnest", List.of("g", "COUNT(e)", "MIN(p)", "MAX(e)"), rest + " GROUP BY g");
    }
    return of("unnest", List.of("k", "e", "p"), rest + " ORDER BY k, p" + limit());
  }

  private GeneratedSql correlated() {
    String condition = rows.any(List.of("w.k = v.k", "w.h = v.g", "w.t = v.s", "w.k < v.k"));
    String item =
        rows.any(
            List.of(
                "(SELECT COUNT(*) FROM `p.d.w` AS w WHERE " + condition + ")",
                "(SELECT MAX(w.t) FROM `p.d.w` AS w WHERE " + condition + ")",
                "(SELECT SUM(w.h) + v.k FROM `p.d.w` AS w WHERE " + condition + ")",
                "EXISTS (SELECT 1 FROM `p.d.w` AS w WHERE " + condition + ")",
                "v.k IN (SELECT w.k FROM `p.d.w` AS w)",
                "v.k NOT IN (SELECT w.k FROM `p.d.w` AS w WHERE w.k IS NOT NULL)",
                "v.s IN (SELECT w.t FROM `p.d.w` AS w WHERE " + condition + ")",
                "ARRAY(SELECT w.h FROM `p.d.w` AS w WHERE " + condition + " ORDER BY w.h)",
                "ARRAY(SELECT AS STRUCT w.h, v.k FROM `p.d.w` AS w ORDER BY w.h, w.r)",
                "(SELECT AS STRUCT COUNT(*) AS a, MIN(w.t) AS b FROM `p.d.w` AS w WHERE "
                    + condition
                    + ")"));
    String from = " FROM `p.d.v` AS v";
    return sometimes() && !item.contains("ARRAY(") && !item.contains("STRUCT")
        ? of("correlated", List.of("k"), from + " WHERE (" + item + ") IS NOT NULL ORDER BY k")
        : of("correlated", List.of("k", item), from + " ORDER BY k" + limit());
  }

  private GeneratedSql nested() {
    SqlGrammar outer = rows.over(Map.of("INT64", List.of("c0", "q.c0"), "STRING", List.of("c1")));
    String inner =
        "SELECT "
            + named(List.of(rows.expression("INT64", 1).sql(), rows.expression("STRING", 1).sql()))
            + FROM
            + where();
    List<String> items = List.of(outer.expression("INT64", 1).sql(), outer.expression(2).sql());
    if (sometimes()) {
      GeneratedSql plain = of("with", items, " FROM q");
      String sql = "WITH q AS (" + inner + ") " + plain.sql();
      return new GeneratedSql("with", sql, false, plain.approximate(), List.of());
    }
    return of("nested", items, " FROM (" + inner + ") AS q");
  }

  private GeneratedSql distinct() {
    List<String> items =
        List.of(
            rows.expression(rows.any(SCALARS), 1).sql(),
            rows.expression(rows.any(SCALARS), 1).sql());
    if (sometimes()) {
      String sql =
          "SELECT * EXCEPT (arr, sa, st, j) REPLACE ("
              + rows.expression("INT64", 1).sql()
              + " AS i)"
              + FROM
              + where()
              + " ORDER BY k";
      return new GeneratedSql("star", sql, true, GeneratedSql.approximate(sql), List.of());
    }
    String sql = "SELECT DISTINCT " + named(items) + FROM + where();
    return new GeneratedSql("distinct", sql, false, GeneratedSql.approximate(sql), List.of());
  }
}
