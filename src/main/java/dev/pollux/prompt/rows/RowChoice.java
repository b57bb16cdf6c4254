package dev.pollux.prompt.rows;

import java.util.List;
import java.util.OptionalLong;

/// Which rows are asked about: those that meet all conditions, or `limit` of them where there are
/// more. Which ones is BigQuery's choice, since tables have no order; where `random`, they are
/// drawn by `seed`, the same each time.
public record RowChoice(
    List<Condition> conditions, OptionalLong limit, boolean random, String seed) {
  public static final RowChoice ALL = new RowChoice(List.of(), OptionalLong.empty(), false, "");

  public RowChoice {
    conditions = List.copyOf(conditions);
  }

  /// All rows that meet the conditions.
  public RowChoice withoutLimit() {
    return new RowChoice(conditions, OptionalLong.empty(), false, "");
  }

  /// One condition on a column. `value` is text as a person types it; empty where the operator
  /// takes none.
  public record Condition(String column, Operator operator, String value) {}

  /// The comparisons that are offered.
  public enum Operator {
    EQUALS,
    DIFFERS,
    CONTAINS,
    AT_LEAST,
    AT_MOST,
    IS_NULL,
    IS_NOT_NULL
  }
}
