package dev.pollux.cloud;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an exception of Java's or of a library's says to people. Names of classes are no words, and
/// what Java says of a fault of the program (`Cannot invoke …`) means nothing to who reads it.
public final class CauseWords {
  /// A class of failures by its full name or its short one. What else has points and capitals may
  /// be a table.
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "\\b(?:[a-z][\\w$]*\\.)*[A-Z][\\w$.]*(?:Exception|Error|StacklessClosed\\w*)\\b(?::\\s*)?");

  /// How gson says what is wrong with a text that is to be JSON.
  private static final Pattern NO_JSON =
      Pattern.compile("(?s).*malformed JSON (at line \\d+ column \\d+ path \\S+).*");

  private static final Pattern ENDED_EARLY =
      Pattern.compile("(?s)End of input (at line \\d+ column \\d+ path \\S+).*");

  /// How gRPC says that nothing came in time, followed by the state of its streams.
  private static final Pattern DEADLINE =
      Pattern.compile("(?s).*\\bdeadline exceeded after (-?\\d+(?:\\.\\d+)?)s\\b.*");

  /// What a reader of answers, or Java itself, says of what it did not expect.
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "\\b(?:class [a-z]+\\.|expected \\w+ type|cannot be cast\\b|Cannot (?:invoke|read|load|store) )");

  private static final Pattern EMPTY = Pattern.compile("\\(\\s*\\)|\\[\\s*]");

  private CauseWords() {}

  /// A fault of a program that read what it did not expect, from which a failure came.
  public static Optional<Throwable> fault(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof NullPointerException
          || at instanceof IndexOutOfBoundsException
          || at instanceof ClassCastException
          || at instanceof NumberFormatException
          || at instanceof DateTimeException) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// Never empty.
  public static String of(Throwable failure) {
    Throwable cause = fault(failure).orElse(failure);
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    return switch (cause) {
      case SocketTimeoutException _ -> isBare(message) ? "no answer came in time" : plain(message);
      case UnknownHostException _ ->
          "Unable to resolve host " + plain(message).replaceAll(":.*", "");
      case InterruptedException _, InterruptedIOException _, CancellationException _ ->
          "it was stopped before an answer came";
      case SocketException _ when message.equals("Closed by interrupt") ->
          "it was stopped before an answer came";
      case TimeoutException _ when isBare(message) -> "no answer came in time";
      case EOFException _ when message.isBlank() -> "the connection ended before the answer did";
      case ClosedChannelException _ -> "the connection was closed";
      case ConnectException _ when message.isBlank() -> "nobody answers at the address";
      case NoSuchFileException file -> "there is no file " + file.getFile();
      case AccessDeniedException file -> "the file " + file.getFile() + " may not be used";
      case NumberFormatException _ -> "something stands where a number is to be";
      case DateTimeException _ -> "something stands where a time is to be";
      case NullPointerException _,
          IndexOutOfBoundsException _,
          NoSuchElementException _,
          ArithmeticException _ ->
          "a part of it is missing";
      case ClassCastException _, ArrayStoreException _, UnsupportedOperationException _ ->
          "a part of it is of another kind";
      case StackOverflowError _ -> "it is nested too deeply";
      case OutOfMemoryError _ -> "it needs more memory than there is";
      default -> otherwise(cause, plain(message));
    };
  }

  /// What only says that a time is over, and not which.
  private static boolean isBare(String message) {
    return message.isBlank() || message.matches("(?i)(read |connect )?time(d )?out");
  }

  private static String otherwise(Throwable cause, String words) {
    if (!words.isBlank()) {
      return words;
    }
    return cause.getCause() == null ? "no reason is known" : of(cause.getCause());
  }

  /// A message without names of classes.
  public static String plain(String message) {
    Matcher json = NO_JSON.matcher(message);
    if (json.matches()) {
      return "the answer is no JSON (" + json.group(1) + ")";
    }
    Matcher early = ENDED_EARLY.matcher(message);
    if (early.matches()) {
      return "the answer ended early (" + early.group(1) + ")";
    }
    Matcher late = DEADLINE.matcher(message);
    if (late.matches()) {
      long seconds = Math.max(1, Math.round(Double.parseDouble(late.group(1))));
      return "no answer within " + (seconds == 1 ? "a second" : seconds + " seconds");
    }
    if (OTHER_KIND.matcher(message).find()) {
      return "a part of it is of another kind";
    }
    return EMPTY.matcher(CLASS_NAME.matcher(message).replaceAll("")).replaceAll("").strip();
  }
}
