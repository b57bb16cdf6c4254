package dev.pollux.prompt.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.Setting;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.FindingWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which settings a model is known not to take, and limits that leave no room for the answer.
class SettingsCheckTest {
  private static final AnswerSchema SCHEMA =
      new AnswerSchema(
          List.of(
              new Member(
                  "subject", new AnswerSchema.Type.Choice(List.of("war", "economy")), "", true),
              new Member("quote", new AnswerSchema.Type.Text(), "", true),
              new Member("confidence", new AnswerSchema.Type.Decimal(), "", true)));
  private final ModelCatalog catalog = ModelCatalog.load();

  @ParameterizedTest
  @CsvSource({
    "gemini-3.8-flash, LOW, -",
    "gemini-3.8-flash, MINIMAL, STOP settings.unknown-level",
    "gemini-3.5-flash-lite, MINIMAL, -",
    "gemini-3.8-flash, 512, STOP settings.level-not-budget",
    "gemini-2.5-flash, LOW, STOP settings.budget-not-level",
    "gemini-2.5-flash, 0, -",
    "gemini-2.5-flash, -1, -",
    "gemini-2.5-flash, 24577, STOP settings.budget-range",
    "gemini-2.5-pro, 0, STOP settings.always-thinks",
    "gemini-2.5-pro, 127, STOP settings.budget-range",
    "gemini-2.5-pro, 32768, -",
    "gemini-2.5-flash-lite, 256, STOP settings.budget-range",
    "gemini-2.5-flash-image, LOW, STOP settings.no-thinking",
    "gemini-9-flash, HIGH, -",
  })
  void thinkingIsWhatTheModelKnows(String model, String thinking, String expected) {
    Thinking chosen =
        thinking.matches("-?\\d+")
            ? new Thinking.Budget(Integer.parseInt(thinking))
            : new Thinking.Level(thinking);
    assertThat(found(with(OptionalDouble.empty(), OptionalInt.empty(), chosen), model, false))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-2.5-flash, 0.4, -",
    "gemini-2.5-flash, 2.5, STOP settings.temperature-range",
    "gemini-3.8-flash, 0.4, WARNING settings.temperature-advised-against",
    "gemini-3.6-flash, 0.4, WARNING settings.temperature-ignored",
  })
  void theTemperatureIsLeftAloneWhereGoogleSaysSo(
      String model, double temperature, String expected) {
    GenerationSettings settings =
        new GenerationSettings(
            OptionalDouble.of(temperature),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(found(settings, model, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-2.5-flash-lite, 8192, true, -",
    "gemini-3.8-flash, 65536, true, -",
    "gemini-3.8-flash, 65537, true, STOP settings.cap-range",
    "gemini-3.8-flash, 0, true, STOP settings.cap-too-small",
    "gemini-3.8-flash, 12, true, STOP settings.cap-below-answer",
    "gemini-3.8-flash, 256, true, WARNING settings.cap-may-cut",
    "gemini-3.8-flash, 256, false, WARNING settings.cap-may-think",
    "gemini-2.5-flash-lite, 256, true, -",
  })
  void theLimitLeavesRoomForTheAnswerAndTheThoughts(
      String model, int cap, boolean schema, String expected) {
    GenerationSettings settings =
        new GenerationSettings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.of(cap),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(found(settings, model, schema)).isEqualTo(expected);
  }

  @Test
  void settingsThatAreNotWorthOfferingAreNotOffered() {
    assertThat(catalog.traits("gemini-3.8-flash").offers(Setting.TEMPERATURE)).isFalse();
    assertThat(catalog.traits("gemini-3.8-flash").offers(Setting.SEED)).isTrue();
    assertThat(catalog.traits("gemini-2.5-flash").offers(Setting.TEMPERATURE)).isTrue();
    assertThat(catalog.traits("gemini-2.5-flash").offers(Setting.TOP_K)).isFalse();
  }

  private String found(GenerationSettings settings, String model, boolean schema) {
    List<Finding> found =
        SettingsCheck.check(
            settings, model, catalog, schema ? Optional.of(SCHEMA) : Optional.empty());
    found.forEach(FindingWords::hasWords);
    return found.isEmpty()
        ? "-"
        : found.stream().map(f -> f.level() + " " + f.code()).collect(Collectors.joining(", "));
  }

  private static GenerationSettings with(
      OptionalDouble temperature, OptionalInt cap, Thinking thinking) {
    return new GenerationSettings(
        temperature,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        cap,
        OptionalInt.empty(),
        Optional.of(thinking));
  }
}
