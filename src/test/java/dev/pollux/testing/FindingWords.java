package dev.pollux.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;

/// Whether a finding can be said in each language.
public final class FindingWords {
  private FindingWords() {}

  /// Fails where words are missing, or where they have more places than the finding has arguments.
  public static void hasWords(Finding finding) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String words = new Words(language).get("prompt." + finding.code(), finding.args().toArray());
      assertThat(words).as("words of " + finding.code()).doesNotContain("{0}", "{1}", "{2}");
    }
  }
}
