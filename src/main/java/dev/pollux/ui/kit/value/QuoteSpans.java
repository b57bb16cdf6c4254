package dev.pollux.ui.kit.value;

import dev.pollux.ui.kit.code.CodeEditor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where quotes stand in a text.
public final class QuoteSpans {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final int LONGEST = 2_000;

  private QuoteSpans() {}

  /// The first place of each quote, in order; blanks and line breaks do not count. One that begins
  /// inside another is left out.
  public static List<CodeEditor.Mark> of(String text, List<String> quotes) {
    List<CodeEditor.Mark> all = new ArrayList<>();
    quotes.stream()
        .filter(quote -> !quote.isBlank() && quote.length() <= LONGEST)
        .distinct()
        .map(quote -> pattern(quote).matcher(text))
        .filter(Matcher::find)
        .map(found -> new CodeEditor.Mark(found.start(), found.end(), "quoted-words", false))
        .sorted(Comparator.comparingInt(CodeEditor.Mark::start))
        .forEach(mark -> {
          if (all.isEmpty() || all.getLast().end() <= mark.start()) {
            all.add(mark);
          }
        });
    return List.copyOf(all);
  }

  private static Pattern pattern(String quote) {
    return Pattern.compile(
        BLANKS
            .splitAsStream(quote.strip())
            .map(Pattern::quote)
            .collect(Collectors.joining(BLANKS.pattern())));
  }
}
