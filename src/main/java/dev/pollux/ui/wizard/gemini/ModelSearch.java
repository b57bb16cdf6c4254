package dev.pollux.ui.wizard.gemini;

import dev.pollux.domain.ModelInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds a model by a letter or a digit. Every name begins with the same word, so each word counts:
/// `p` finds Pro, `l` Flash-Lite, `2` Gemini 2.5.
final class ModelSearch {
  private ModelSearch() {}

  /// @param selected where the search begins, after it; from the top without one
  /// @return the id of the next that fits, around the end of the list
  static Optional<String> next(List<ModelInfo> models, Optional<String> selected, String letter) {
    String wanted = letter.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || !Character.isLetterOrDigit(wanted.codePointAt(0))) {
      return Optional.empty();
    }
    int from =
        IntStream.range(0, models.size())
            .filter(i -> selected.equals(Optional.of(models.get(i).model().id())))
            .findFirst()
            .orElse(-1);
    return IntStream.rangeClosed(1, models.size())
        .mapToObj(i -> models.get((from + i) % models.size()))
        .filter(info -> fits(info.title(), wanted))
        .map(info -> info.model().id())
        .findFirst();
  }

  private static boolean fits(String title, String wanted) {
    return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
        .anyMatch(word -> word.startsWith(wanted));
  }
}
