package dev.pollux.ui.sorting;

import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;

/// Conditions on rows in words, the same wherever rows are chosen.
public final class ConditionWords {
  private final Words words;

  public ConditionWords(Words words) {
    this.words = words;
  }

  /// For instance `president contains “Lincoln”`.
  ///
  /// @param label what the column is called
  public String text(RowChoice.Condition condition, String label) {
    return switch (condition.operator()) {
      case IS_NULL, IS_NOT_NULL -> words.get("sorting.chip", label, operator(condition.operator()));
      case CONTAINS, EQUALS, DIFFERS, AT_LEAST, AT_MOST ->
          words.get("sorting.chip.value", label, operator(condition.operator()), condition.value());
    };
  }

  String operator(RowChoice.Operator one) {
    return switch (one) {
      case CONTAINS -> words.get("sorting.operator.contains");
      case EQUALS -> words.get("sorting.operator.equals");
      case DIFFERS -> words.get("sorting.operator.differs");
      case AT_LEAST -> words.get("sorting.operator.at-least");
      case AT_MOST -> words.get("sorting.operator.at-most");
      case IS_NULL -> words.get("sorting.operator.null");
      case IS_NOT_NULL -> words.get("sorting.operator.not-null");
    };
  }
}
