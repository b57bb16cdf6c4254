package dev.pollux.prompt.column;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Value;
import java.util.Optional;

/// The values of a column, or of a member of one, as a prompt has them: the same text by SQL and of
/// rows that are here.
public record ColumnText(ColumnPath path) {
  /// Its name in SQL, each part between back-ticks.
  public String name() {
    return path.sql();
  }

  private Field field() {
    return path.leaf();
  }

  /// The text as SQL; NULL stays NULL, a list without anything is `[]`.
  public String sql() {
    if (field().isRepeated()) {
      return "IF(IFNULL(ARRAY_LENGTH(%s), 0) = 0, '[]', %s)"
          .formatted(name(), NestedText.json(field(), name()));
    }
    return ColumnSql.isJson(field())
        ? "IF(" + name() + " IS NULL, NULL, " + NestedText.json(field(), name()) + ")"
        : ColumnSql.scalar(field().type(), name());
  }

  /// Empty for NULL.
  public Optional<String> of(Value value) {
    return switch (value) {
      case Value.Null _ -> field().isRepeated() ? Optional.of("[]") : Optional.empty();
      case Value.Scalar(String text) -> Optional.of(ScalarText.of(field(), text));
      case Value.Array array -> Optional.of(NestedJson.text(field(), array));
      case Value.Struct struct -> Optional.of(NestedJson.text(field(), struct));
    };
  }
}
