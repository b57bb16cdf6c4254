package dev.pollux.sandbox.sql.duckdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large a translated statement becomes in DuckDB, which writes an argument of a macro wherever
/// the macro names it: a macro that names it four times, in itself twenty times, would fill the
/// memory before anything runs.
public final class ExpandedSize {
  /// Parts of a statement: DuckDB plans that many in seconds.
  public static final double MOST = 500_000;

  private static final int PROBE = 1000;
  private static final Pattern MACRO =
      Pattern.compile("CREATE OR REPLACE MACRO (\\w+)\\(([^)]*)\\) AS (.*)");
  private static final Map<String, List<Integer>> USES = uses();

  private ExpandedSize() {}

  /// What stands in one pair of parentheses so far.
  private static final class Level {
    private final List<Integer> uses;
    private final List<Double> arguments = new ArrayList<>(List.of(1.0));

    Level(List<Integer> uses) {
      this.uses = uses;
    }

    void add(double size) {
      arguments.set(arguments.size() - 1, arguments.getLast() + size);
    }

    double size() {
      double size = 1;
      for (int i = 0; i < arguments.size(); i++) {
        size += arguments.get(i) * (i < uses.size() ? uses.get(i) : 1);
      }
      return size;
    }
  }

  /// How often each argument of each macro is there in the end: a macro that names it once may hand
  /// it to one that names it four times.
  private static Map<String, List<Integer>> uses() {
    Map<String, List<Integer>> uses = new HashMap<>();
    for (String macro : Macros.list()) {
      Matcher parts = MACRO.matcher(macro);
      if (parts.matches()) {
        String body = parts.group(3);
        List<Integer> counts = new ArrayList<>();
        for (String name : parts.group(2).split("\\s*,\\s*", -1)) {
          counts.add(name.isBlank() ? 1 : uses(body, name.strip(), uses));
        }
        uses.put(parts.group(1), counts);
      }
    }
    return Map.copyOf(uses);
  }

  /// Measured: by how much the body grows with an argument of a known size.
  private static int uses(String body, String name, Map<String, List<Integer>> inner) {
    String probe = "f(" + ",".repeat(PROBE) + ")";
    String filled = body.replaceAll("\\b" + Pattern.quote(name) + "\\b", probe);
    return (int) Math.round((of(filled, inner) - of(body, inner)) / PROBE);
  }

  /// The parts of a statement once its macros are written out; more than [#MOST] are refused.
  public static double of(String sql) {
    return of(sql, USES);
  }

  private static double of(String sql, Map<String, List<Integer>> uses) {
    Deque<Level> open = new ArrayDeque<>(List.of(new Level(List.of())));
    int word = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      switch (c) {
        case '\'', '"' -> i = end(sql, i);
        case '(' -> open.push(new Level(uses.getOrDefault(sql.substring(word, i), List.of())));
        case ')' -> {
          double size = open.pop().size();
          open.element().add(size);
        }
        case ',' -> open.element().arguments.add(1.0);
        default -> {}
      }
      if (!Character.isLetterOrDigit(c) && c != '_') {
        word = i + 1;
      }
    }
    return open.element().size();
  }

  /// The end of a text or a name in quotes. A doubled quote ends one and begins the next.
  private static int end(String sql, int start) {
    int end = sql.indexOf(sql.charAt(start), start + 1);
    return end < 0 ? sql.length() : end;
  }
}
