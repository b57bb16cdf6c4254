package dev.pollux.draft.state;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Names of tables that nothing has so far: `subjects`, else `subjects_2`, else `subjects_3`.
public final class FreeName {
  private static final Pattern NUMBERED = Pattern.compile("(.*)_(\\d{1,6})");

  /// Of the 1,024 bytes of a name, so that a number still fits behind letters of four bytes.
  private static final int LONGEST_BASE = 200;

  private FreeName() {}

  /// The name itself, or the first after it that is free.
  ///
  /// @param taken the names of the tables that are there
  public static String from(String name, Set<String> taken) {
    return isFree(name, taken) ? name : after(name, taken);
  }

  /// The first free name after this one.
  public static String after(String name, Set<String> taken) {
    String base = name.substring(0, name.offsetByCodePoints(0, length(name)));
    Matcher numbered = NUMBERED.matcher(base);
    boolean counted = numbered.matches();
    String stem = counted ? numbered.group(1) : base;
    int first = counted ? Integer.parseInt(numbered.group(2)) + 1 : 2;
    return IntStream.iterate(first, n -> n + 1)
        .mapToObj(n -> stem + "_" + n)
        .filter(next -> isFree(next, taken))
        .findFirst()
        .orElseThrow();
  }

  private static int length(String name) {
    return Math.min(name.codePointCount(0, name.length()), LONGEST_BASE);
  }

  /// A job that still runs has no table of answers so far, and one of requests beside it.
  private static boolean isFree(String name, Set<String> taken) {
    String requests = PlannedRequests.requestsOf(name);
    return !taken.contains(name) && taken.stream().noneMatch(other -> other.startsWith(requests));
  }
}
