package dev.pollux.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;

/// Whether a finding can be said in each language.
public final class FindingWords {
  private FindingWords() {}

  /// Fails where words are missing, where they have more places than the finding has arguments, or
  /// where a day in them stands as in a file.
  public static void hasWords(Finding finding) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String words = new Words(language).get("prompt." + finding.code(), finding.args().toArray());
      assertThat(words)
          .as("words of " + finding.code())
          .doesNotContain("{0}", "{1}", "{2}")
          .as("a day is said as the language says it")
          .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }
  }
}
