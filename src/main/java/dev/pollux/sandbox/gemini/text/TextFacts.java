package dev.pollux.sandbox.gemini.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in a text in so many words: names, dates, numbers.
public final class TextFacts {
  private static final Pattern NAME =
      Pattern.compile("\\b\\p{Lu}[\\p{L}’'-]+(?:(?: of(?: the)?)? \\p{Lu}[\\p{L}’'-]+)*");
  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final Pattern DATE =
      Pattern.compile(
          "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b"
              + MONTH
              + "(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?\\b|\\b(?:1[5-9]|20)\\d{2}\\b");
  private static final Pattern NUMBER =
      Pattern.compile("[$£€]?\\b\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?\\b|[$£€]?\\b\\d+(?:\\.\\d+)?\\b");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "The",
          "This",
          "That",
          "These",
          "Those",
          "It",
          "In",
          "We",
          "Our",
          "My",
          "But",
          "And",
          "If",
          "As",
          "At",
          "On",
          "For",
          "By",
          "No",
          "There",
          "They",
          "He",
          "She",
          "His",
          "Her",
          "Their",
          "From",
          "With",
          "To",
          "When",
          "While",
          "Which",
          "What",
          "Such",
          "Some",
          "All",
          "Under",
          "Since",
          "After",
          "Before",
          "During",
          "Upon",
          "Let",
          "Now",
          "So",
          "Yet",
          "You",
          "Your",
          "Not",
          "One",
          "Another",
          "Each",
          "Every",
          "Many",
          "Most",
          "Of",
          "Or",
          "An",
          "Its",
          "Is",
          "Are",
          "Fellow-Citizens",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December",
          "Mr",
          "Mrs",
          "Ms",
          "Dr",
          "Gen",
          "Hon");

  private TextFacts() {}

  public static List<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      String name = matcher.group();
      int space = name.indexOf(' ');
      String first = space < 0 ? name : name.substring(0, space);
      if (!NOT_NAMES.contains(first)) {
        boolean opens =
            matcher.start() == 0 || ".!?\"\n".indexOf(before(text, matcher.start())) >= 0;
        if (!opens || space > 0) {
          names.add(name);
        }
      } else if (space > 0) {
        names.add(name.substring(space + 1).replaceFirst("^of (the )?", ""));
      }
    }
    return List.copyOf(names);
  }

  private static char before(String text, int at) {
    int i = at - 1;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return text.charAt(i);
  }

  public static List<String> dates(String text) {
    return all(DATE, text);
  }

  public static List<String> numbers(String text) {
    return all(NUMBER, text);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
