package dev.pollux.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.prompt.rows.RowChoice.Condition;
import dev.pollux.prompt.rows.RowChoice.Operator;
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
        "TEXT CONTAINS war     | TEXT      | CONTAINS    | war",
        "`a=b` != x            | a=b       | DIFFERS     | x",
        "`<5 kg` is null       | <5 kg     | IS_NULL     | -",
        "o.`b c` >= 1          | o.b c     | AT_LEAST    | 1",
        "user's note = it's    | user's note | EQUALS    | it's",
        "note = 'it''s'        | note      | EQUALS      | it's",
        "note = 'it\\'s \\d'    | note      | EQUALS      | it's \\d",
        "note = 'a and b = c'  | note      | EQUALS      | a and b = c",
        "city = Trinidad and Tobago | city | EQUALS      | Trinidad and Tobago",
        "note != 'null'        | note      | DIFFERS     | null",
        "note = '=1'           | note      | EQUALS      | =1",
      })
  void isRead(String text, String column, Operator operator, String value) {
    assertThat(new WhereCondition().convert(text))
        .isEqualTo(new Condition(column, operator, value == null ? "" : value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "year",
        "year > 3",
        "= 3",
        "contains",
        "is null",
        "party != 'Whig' and year = 3",
        "party != 'Whig' -- all others",
        "party = 'Whig'; DROP TABLE t",
        "party = 'Whig",
        "party = 'it's'",
        "year >= 1900 and year <= 1950",
        "party != Whig or year is null",
        "party != null",
        "party = NULL",
        "year == 3",
        "party !== 'Whig'",
        "year => 3",
        "year in (1, 2)",
        "year between 1 and 2",
      })
  void isRefused(String text) {
    assertThatThrownBy(() -> new WhereCondition().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is not a condition");
  }
}
