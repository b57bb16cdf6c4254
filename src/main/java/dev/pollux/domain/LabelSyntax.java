package dev.pollux.domain;

import java.util.regex.Pattern;

/// What labels of jobs and of requests may hold
/// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/add-labels-to-api-calls).
/// Jobs take 64 characters; requests, and other resources of Google Cloud, 63: so 63 for both.
public final class LabelSyntax {
  /// How many labels a job or a request has at most.
  public static final int MOST = 64;

  private static final Pattern KEY =
      Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");

  private LabelSyntax() {}

  /// Begins with a small letter, or a letter of a script without capitals.
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /// May be empty.
  public static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }
}
