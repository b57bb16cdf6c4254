package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.job.BatchRequest;
import java.util.List;

/// The title of a job, which the service calls its display name: 1 to 128 characters of UTF-8.
public final class JobTitle {
  private JobTitle() {}

  /// What the job is called: as typed, without spaces around it; where nothing was typed, as the
  /// table of its answers, as far as there is room.
  ///
  /// @param table the name of the answers' table, without its dataset
  public static String of(String typed, String table) {
    return typed.isBlank() ? cut(table) : typed.strip();
  }

  /// A title with something after it, as much of both as the service takes.
  public static String with(String title, String after) {
    int most = BatchRequest.MAX_DISPLAY_NAME - after.length();
    return (title.length() <= most ? title : cut(title, most)) + after;
  }

  private static String cut(String text) {
    return cut(text, BatchRequest.MAX_DISPLAY_NAME);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean splitsAPair = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, splitsAPair ? most - 1 : most);
  }

  /// What is wrong with a title that was typed; nothing typed is fine.
  public static List<Finding> check(String typed) {
    String title = typed.strip();
    if (title.length() > BatchRequest.MAX_DISPLAY_NAME) {
      return List.of(Finding.stop("title.too-long", title.length(), BatchRequest.MAX_DISPLAY_NAME));
    }
    return title.codePoints().allMatch(JobTitle::isText)
        ? List.of()
        : List.of(Finding.stop("title.not-text"));
  }

  /// The service takes any UTF-8; a title is one line as well.
  private static boolean isText(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SURROGATE,
          Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
