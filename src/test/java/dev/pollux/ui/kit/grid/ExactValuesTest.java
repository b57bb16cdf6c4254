package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.testing.TestKeys;
import dev.pollux.ui.kit.ValueText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers have each of their digits wherever they are shown, copied or sent, at any depth.
class ExactValuesTest {
  @ParameterizedTest
  @CsvSource({
    "NUMERIC, 12345678901234567890.123456789",
    "NUMERIC, 99999999999999999999999999999.999999999",
    "NUMERIC, -0.000000001",
    "NUMERIC, 0.1",
    "BIGNUMERIC, 578960446186580977117854925043439539266.34992332820282019728792003956564819967",
    "BIGNUMERIC, -0.00000000000000000000000000000000000001",
    "INT64, 9223372036854775807",
    "INT64, -9223372036854775808",
    "FLOAT64, 1.7976931348623157E308",
    "FLOAT64, 5e-324",
  })
  void allDigitsAtAnyDepth(FieldType type, String number) {
    Field leaf = Field.of("value", type);
    Field list = new Field("list", type, Field.Mode.REPEATED, List.of(), "");
    Field inner =
        new Field("inner", FieldType.STRUCT, Field.Mode.NULLABLE, List.of(leaf, list), "");
    Field outer = new Field("outer", FieldType.STRUCT, Field.Mode.REPEATED, List.of(inner), "");
    Value scalar = new Value.Scalar(number);
    Value value =
        new Value.Array(
            List.of(
                new Value.Struct(
                    List.of(
                        new Value.Struct(
                            List.of(scalar, new Value.Array(List.of(scalar, scalar))))))));
    String written = "[{\"inner\":{\"value\":%1$s,\"list\":[%1$s,%1$s]}}]".formatted(number);
    assertThat(ValueText.plain(outer, value)).isEqualTo(written);
    assertThat(ValueText.inline(outer, value)).isEqualTo(written);
    assertThat(ValueText.full(outer, value).replaceAll("\\s", "")).isEqualTo(written);
    assertThat(ValueText.copied(outer, value)).isEqualTo(ValueText.full(outer, value));
    assertThat(ValueText.read(outer, value)).isEqualTo(ValueText.full(outer, value));
    assertThat(ValueText.plain(leaf, scalar)).isEqualTo(number);
    assertThat(ValueText.full(leaf, scalar)).isEqualTo(number);
  }

  @Test
  void whatIsNoNumberStaysText() {
    Field list = new Field("list", FieldType.FLOAT64, Field.Mode.REPEATED, List.of(), "");
    Value value = new Value.Array(List.of(new Value.Scalar("NaN"), new Value.Scalar("-Infinity")));
    assertThat(ValueText.plain(list, value)).isEqualTo("[\"NaN\",\"-Infinity\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1e400,\"b\":0.10,\"c\":12345678901234567890.123456789,\"d\":-0.0}",
        "[1E5,100000000000000000000000000000000000001,{}]",
        "{\"a\":[],\"b\":{\"c\":null,\"d\":true,\"e\":\"x\\ny\"}}",
        "1e400",
      })
  void laidOutJsonKeepsWhatIsWritten(String json) {
    assertThat(ValueText.pretty(json).replaceAll("\\s", "")).isEqualTo(json);
    assertThat(ValueText.full(Field.of("j", FieldType.JSON), new Value.Scalar(json)))
        .isEqualTo(ValueText.pretty(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{\"a\":", "plain", "{\"a\":1}.\n}"})
  void whatIsNoJsonStaysAsItIs(String text) {
    assertThat(ValueText.pretty(text)).isEqualTo(text);
  }

  /// As TO_JSON_STRING writes them: what a double cannot hold stands in quotes.
  @Test
  void promptsHaveAllDigits() {
    Field rec =
        new Field(
            "rec",
            FieldType.STRUCT,
            Field.Mode.NULLABLE,
            List.of(Field.of("value", FieldType.NUMERIC), Field.of("big", FieldType.BIGNUMERIC)),
            "");
    Row row =
        new Row(
            List.of(
                new Value.Struct(
                    List.of(
                        new Value.Scalar("12345678901234567890.123456789"),
                        new Value.Scalar("0.00000000000000000000000000000000000001")))));
    assertThat(
            new RequestRenderer(
                    RequestSpec.of("{{rec}} {{rec.value}}", ""),
                    new TableSchema(List.of(rec)),
                    TestKeys.MARKS)
                .text(row))
        .isEqualTo(
            "{\"value\":\"12345678901234567890.123456789\","
                + "\"big\":\"0.00000000000000000000000000000000000001\"}"
                + " 12345678901234567890.123456789");
  }
}
