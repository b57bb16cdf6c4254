package dev.pollux.cloud.google.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.FieldValue;
import com.google.cloud.bigquery.FieldValue.Attribute;
import com.google.cloud.bigquery.FieldValueList;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellMapperTest {
  @ParameterizedTest
  @CsvSource({
    "1706702400123456,      2024-01-31 12:00:00.123456+00",
    "1706702400123000,      2024-01-31 12:00:00.123+00",
    "1706702400000000,      2024-01-31 12:00:00+00",
    "1706702400.123456,     2024-01-31 12:00:00.123456+00",
    "1.706702400123456E9,   2024-01-31 12:00:00.123456+00",
    "1706702400.000000,     2024-01-31 12:00:00+00",
    "-1,                    1969-12-31 23:59:59.999999+00",
    "-62135596800000000,    0001-01-01 00:00:00+00",
    "253402300799999999,    9999-12-31 23:59:59.999999+00",
    "2024-01-31T12:00:00Z,  2024-01-31T12:00:00Z",
  })
  void timestamps(String wire, String text) {
    assertThat(CellMapper.timestamp(wire)).isEqualTo(text);
  }

  @Test
  void nestedRowsKeepTheirShape() {
    Field member = Field.of("name", FieldType.STRING);
    Field at = Field.of("at", FieldType.TIMESTAMP);
    Field people =
        new Field("people", FieldType.STRUCT, Field.Mode.REPEATED, List.of(member, at), "");
    Field tags = new Field("tags", FieldType.STRING, Field.Mode.REPEATED, List.of(), "");
    FieldValueList cells =
        FieldValueList.of(
            List.of(
                FieldValue.of(
                    Attribute.REPEATED,
                    List.of(
                        FieldValue.of(
                            Attribute.RECORD, FieldValueList.of(List.of(text("Ada"), text("0")))),
                        FieldValue.of(
                            Attribute.RECORD, FieldValueList.of(List.of(text(null), text(null)))))),
                text(null),
                text("")));

    assertThat(
            CellMapper.row(cells, List.of(people, tags, Field.of("note", FieldType.STRING)))
                .values())
        .containsExactly(
            new Value.Array(
                List.of(
                    new Value.Struct(
                        List.of(
                            new Value.Scalar("Ada"), new Value.Scalar("1970-01-01 00:00:00+00"))),
                    new Value.Struct(List.of(Value.NULL, Value.NULL)))),
            new Value.Array(List.of()),
            new Value.Scalar(""));
  }

  private static FieldValue text(String value) {
    return FieldValue.of(Attribute.PRIMITIVE, value);
  }
}
