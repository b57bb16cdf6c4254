package dev.pollux.sandbox.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A statement to compare, and smaller ones that are made of its parts.
///
/// Its text marks what GoogleSQL leaves open: "The order of evaluation of operands to AND and OR
/// can vary, and evaluation can be skipped if unnecessary" (BigQuery's page of operators; BETWEEN
/// is documented as an AND). `⟦operand⟧` is one that can be skipped; `⟪as written‖with marks⟫` is
/// for what has no operands of its own to mark.
///
/// @param kind what it tries, for those who read the list of faults
/// @param text with marks
/// @param ordered whether the order of the rows is part of the answer
/// @param approximate whether FLOAT64 may differ in the last digits
record GeneratedSql(
    String kind, String text, boolean ordered, boolean approximate, List<GeneratedSql> parts) {
  /// The C library's functions, and sums, whose order is open. Zero keeps no sign where rows are
  /// sorted.
  private static final Pattern NOT_EXACT =
      Pattern.compile(
          "\\b(?:(?:SUM|AVG|STDDEV\\w*|VAR\\w*|EXP|LN|LOG|LOG10|POW|POWER)\\(|LIMIT\\b)");

  GeneratedSql {
    parts = List.copyOf(parts);
  }

  /// The statement as it is sent.
  String sql() {
    return written(null);
  }

  /// The statement where an operand that fails is a value instead, if it can be skipped: for the
  /// oracle, which skips none.
  ///
  /// @param value the value of the n-th such operand
  String skipping(IntFunction<String> value) {
    return written(value);
  }

  /// Whether anything can be skipped.
  boolean canSkip() {
    return text.indexOf('⟦') >= 0;
  }

  private String written(@Nullable IntFunction<String> value) {
    StringBuilder sql = new StringBuilder();
    Deque<Boolean> shown = new ArrayDeque<>();
    Deque<Integer> operands = new ArrayDeque<>();
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String piece =
          switch (c) {
            case '⟪' -> {
              shown.push(value == null);
              yield "";
            }
            case '‖' -> {
              shown.push(!shown.pop());
              yield "";
            }
            case '⟫' -> {
              shown.pop();
              yield "";
            }
            case '⟦' -> {
              operands.push(count++);
              yield value == null ? "" : "IFERROR(";
            }
            case '⟧' -> {
              int operand = operands.pop();
              yield value == null ? "" : ", " + value.apply(operand) + ")";
            }
            default -> String.valueOf(c);
          };
      if (!shown.contains(false)) {
        sql.append(piece);
      }
    }
    return sql.toString();
  }

  static boolean approximate(String sql) {
    return NOT_EXACT.matcher(sql).find();
  }

  /// A select of one expression.
  static GeneratedSql of(SqlNode node, String from) {
    String sql = "SELECT " + node.sql() + " AS x" + from;
    return new GeneratedSql(
        node.kind(),
        sql,
        false,
        approximate(sql),
        node.parts().stream().map(p -> of(p, from)).toList());
  }
}
