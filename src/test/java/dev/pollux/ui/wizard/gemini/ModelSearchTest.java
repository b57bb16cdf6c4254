package dev.pollux.ui.wizard.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.ModelInfo;
import dev.pollux.models.ModelCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A letter finds the next model with a word that begins so.
class ModelSearchTest {
  private static final List<ModelInfo> MODELS =
      ModelCatalog.load().models(List.of()).stream()
          .filter(m -> m.model().id().matches("gemini-(3.8-flash|3.5-flash-lite|3.1-pro-preview)"))
          .toList();

  private static Optional<String> next(String selected, String letter) {
    return ModelSearch.next(MODELS, Optional.of(selected), letter);
  }

  @Test
  void goesAround() {
    assertThat(next("gemini-3.8-flash", "f")).contains("gemini-3.5-flash-lite");
    assertThat(next("gemini-3.5-flash-lite", "F")).contains("gemini-3.8-flash");
    assertThat(next("gemini-3.8-flash", "l")).contains("gemini-3.5-flash-lite");
    assertThat(next("", "3")).contains("gemini-3.8-flash");
    assertThat(next("gemini-3.8-flash", "p")).contains("gemini-3.1-pro-preview");
  }

  @Test
  void findsNothingForWhatIsNoLetter() {
    for (String typed : new String[] {"", " ", "\t", "\r", "\u001b", "x"}) {
      assertThat(next("gemini-3.8-flash", typed)).as("'%s'", typed).isEmpty();
    }
    assertThat(ModelSearch.next(List.of(), Optional.empty(), "f")).isEmpty();
  }
}
