package dev.pollux.files;

import java.util.List;

/// A member of a JSON file that does not hold what it has to. Caught where the file is read, and
/// made into a finding there.
public final class WrongField extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 60;
  private final Expected expected;
  private final transient List<String> path;
  private final String value;
  private final transient List<Object> limits;

  /// What a member has to be.
  public enum Expected {
    TEXT,
    YES_NO,
    NUMBER,
    WHOLE,
    OBJECT,
    LIST,
    /// One of the words in [WrongField#limits()].
    ONE_OF,
    /// From the first to the second of [WrongField#limits()].
    IN_RANGE,
    /// Text with a meaning: a date, the name of a model.
    MEANINGFUL
  }

  /// @param path the names that lead to it, `["rows", "where", "0", "is"]`
  /// @param value what stands there
  public WrongField(Expected expected, List<String> path, String value, Object... limits) {
    super(String.join(".", path) + " = " + shortened(value));
    this.expected = expected;
    this.path = List.copyOf(path);
    this.value = shortened(value);
    this.limits = List.of(limits);
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  public Expected expected() {
    return expected;
  }

  public List<String> path() {
    return path;
  }

  /// The beginning of what stands there.
  public String value() {
    return value;
  }

  public List<Object> limits() {
    return limits;
  }
}
