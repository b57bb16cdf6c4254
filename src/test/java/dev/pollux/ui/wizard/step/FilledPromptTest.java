package dev.pollux.ui.wizard.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.ui.kit.code.CodeEditor;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FilledPromptTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(Field.of("year", FieldType.INT64), Field.of("text", FieldType.STRING)));
  private static final Row ROW =
      new Row(List.of(new Value.Scalar("1790"), new Value.Scalar("Fellow-Citizens")));

  private static FilledPrompt fill(RequestSpec spec) {
    return FilledPrompt.of(spec, SCHEMA, ROW);
  }

  @Test
  void valuesAreMarkedAndMarksForGeminiAreNotShown() {
    FilledPrompt prompt = fill(RequestSpec.of("Of {{year}}: {{TEXT}}!", "").withGuard(true));

    assertThat(prompt.text()).isEqualTo("Of 1790: Fellow-Citizens!");
    assertThat(prompt.marks())
        .containsExactly(
            new CodeEditor.Mark(3, 7, "filled-value", false),
            new CodeEditor.Mark(9, 24, "filled-value", false));
  }

  @Test
  void anUnknownColumnStandsThereWithItsBraces() {
    FilledPrompt prompt = fill(RequestSpec.of("Of {{ nothing }}.", ""));

    assertThat(prompt.text()).isEqualTo("Of {{ nothing }}.");
    assertThat(prompt.marks()).containsExactly(new CodeEditor.Mark(3, 16, "filled-unknown", false));
  }

  @Test
  void theRulesOfAColumnHold() {
    RequestSpec spec =
        RequestSpec.of("{{text}}", "")
            .withColumns(
                Map.of("text", new ColumnUse(new ColumnUse.WhenNull.Nothing(), OptionalInt.of(6))));

    assertThat(fill(spec).text()).isEqualTo("Fellow");
  }

  @Test
  void theValuesStandUnderTheirNames() {
    assertThat(fill(RequestSpec.of("{{year}} {{text}} {{year}}", "")).values().text())
        .isEqualTo("year: 1790\ntext: Fellow-Citizens");
    assertThat(fill(RequestSpec.of("Only {{text}}", "")).values().text())
        .isEqualTo("Fellow-Citizens");
  }
}
