package dev.pollux.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelVersionsTest {
  @ParameterizedTest
  @CsvSource({
    "gemini-2.5-flash,     gemini-2.5-flash",
    "gemini-2.5-flash,     gemini-2.5-flash-001",
    "gemini-2.5-flash-001, gemini-2.5-flash",
    "gemini-3.1-pro,       gemini-3.1-pro-preview-09-2025",
    "gemini-2.5-flash,     gemini-2.5-flash@20260901",
    "gemini-2.5-flash,     sandbox-gemini-2.5-flash",
    "gemini-2.5-flash,     sandbox-gemini-2.5-flash@llama3",
  })
  void isTheModelThatWasAsked(String asked, String said) {
    assertThat(of(said).otherThan("publishers/google/models/" + asked)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-2.5-flash,      gemini-2.5-flash-lite",
    "gemini-2.5-flash-lite, gemini-2.5-flash",
    "gemini-2.5-flash,      gemini-2.5-pro",
    "gemini-3.5-flash,      sandbox-gemini-2.0-flash",
    "gemini-2.5-flash,      gemini-2.5-flash-lite-001",
  })
  void isAnotherModel(String asked, String said) {
    assertThat(of(said).otherThan("publishers/google/models/" + asked)).containsOnlyKeys(said);
  }

  @Test
  void nobodyKnowsWhatTheAnswersOfATunedModelCallIt() {
    assertThat(of("gemini-2.5-flash").otherThan("projects/p/locations/l/models/12")).isEmpty();
  }

  @Test
  void theMostFrequentComesFirst() {
    ModelVersions versions =
        new ModelVersions(Map.of("gemini-a", 2L, "gemini-b", 5L, "gemini-c", 90L));
    assertThat(versions.otherThan("publishers/google/models/gemini-c").keySet())
        .containsExactly("gemini-b", "gemini-a");
  }

  private static ModelVersions of(String said) {
    return new ModelVersions(Map.of(said, 3L));
  }
}
