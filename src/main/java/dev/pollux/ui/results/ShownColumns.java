package dev.pollux.ui.results;

import dev.pollux.results.export.AnswerRows;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of a file that stand for those of the grid, in the grid's order.
final class ShownColumns {
  private ShownColumns() {}

  /// Names of columns of the file; none where no column of the grid has one there.
  ///
  /// @param shown as the grid has them from left to right
  /// @param file the columns that a file of all of them has
  static List<String> of(List<GridColumn> shown, AnswerRows file) {
    List<String> there = file.columns().stream().map(field -> field.name()).toList();
    return shown.stream()
        .flatMap(column -> names(column.field().name(), file))
        .filter(there::contains)
        .distinct()
        .toList();
  }

  private static Stream<String> names(String column, AnswerRows file) {
    return switch (column) {
      case OutputColumns.ANSWER -> said(file, "answer");
      case OutputColumns.FINISH -> said(file, "outcome", "finish_reason", "error");
      case OutputColumns.TOKENS -> said(file, "prompt_tokens", "answer_tokens", "thought_tokens");
      case String name when name.startsWith(OutputColumns.MEMBER) ->
          file.member(name.substring(OutputColumns.MEMBER.length())).stream();
      case String name -> Stream.of(name);
    };
  }

  private static Stream<String> said(AnswerRows file, String... names) {
    return Stream.of(names).map(file::said).flatMap(Optional::stream);
  }
}
