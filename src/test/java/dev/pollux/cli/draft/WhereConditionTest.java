package dev.pollux.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.prompt.RowChoice.Condition;
import dev.pollux.prompt.RowChoice.Operator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class WhereConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        "year >= 1900          | year      | AT_LEAST    | 1900",
        "year<=1900            | year      | AT_MOST     | 1900",
        "party = 'Whig'        | party     | EQUALS      | Whig",
        "party != Whig         | party     | DIFFERS     | Whig",
        "party <> Whig Party   | party     | DIFFERS     | Whig Party",
        "text contains a = b   | text      | CONTAINS    | a = b",
        "`a.b` = x             | a.b       | EQUALS      | x",
        "note is NULL          | note      | IS_NULL     | -",
        "note IS NOT null      | note      | IS_NOT_NULL | -",
        "note = is null        | note      | EQUALS      | is null",
        "note =                | note      | EQUALS      | -",
      })
  void isRead(String text, String column, Operator operator, String value) {
    assertThat(new WhereCondition().convert(text))
        .isEqualTo(new Condition(column, operator, value == null ? "" : value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "year", "year > 3", "= 3", "contains", "is null"})
  void isRefused(String text) {
    assertThatThrownBy(() -> new WhereCondition().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is not a condition");
  }
}
