package dev.pollux.sandbox.sql.syntax;

import java.util.List;
import java.util.function.BinaryOperator;

/// A binary tree over operands whose operator is associative.
final class BalancedTree {
  private BalancedTree() {}

  /// The operands in their order, joined so that the tree is as flat as it can be.
  static <T> T of(List<? extends T> operands, BinaryOperator<T> join) {
    int size = operands.size();
    return size == 1
        ? operands.getFirst()
        : join.apply(
            of(operands.subList(0, size / 2), join), of(operands.subList(size / 2, size), join));
  }
}
