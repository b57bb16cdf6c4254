package dev.pollux.sandbox.gemini.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text in which data stands between marks, `<data-1a2b3c4d>…</data-1a2b3c4d>`: the data is the
/// material, and what is around it asks.
///
/// @param question what is around; short data, a name or a year, stays in its place
/// @param material the longer data, one after the other; empty where there is none
record QuestionText(String question, String material) {
  private static final Pattern DATA = Pattern.compile("(?s)<(data-[0-9a-f]{8})>(.*?)</\\1>");
  private static final Pattern MARK = Pattern.compile("</?data-[0-9a-f]{8}>");
  private static final Pattern OPENS = Pattern.compile("<data-[0-9a-f]{8}>");
  private static final int SHORT = 60;

  static QuestionText of(String text) {
    Matcher data = DATA.matcher(text);
    List<String> all = new ArrayList<>();
    while (data.find()) {
      all.add(data.group(2));
    }
    int longest = all.stream().mapToInt(String::length).max().orElse(0);
    List<String> material =
        all.stream().filter(value -> value.length() > SHORT || value.length() == longest).toList();
    String question =
        data.reset()
            .replaceAll(found ->
                Matcher.quoteReplacement(material.contains(found.group(2)) ? "" : found.group(2)));
    return new QuestionText(question.strip(), String.join("\n", material).strip());
  }

  /// A system instruction without the line that explains the marks.
  static String unexplained(String system) {
    // Line by line: a pattern over the whole looks for the mark anew from each letter of a line.
    return Arrays.stream(system.split("(?<=\n)"))
        .filter(line -> !OPENS.matcher(line).find())
        .collect(Collectors.joining())
        .strip();
  }

  static String plain(String text) {
    return MARK.matcher(text).replaceAll("");
  }
}
