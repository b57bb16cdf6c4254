package dev.pollux.models;

/// A member of a data file that does not hold what it should.
public final class BadField extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 60;
  private final String path;
  private final String value;

  /// @param path where it stands: `gemini-3.8-flash: retires`
  /// @param value what stands there
  public BadField(String path, String value) {
    super(path + " = " + value);
    this.path = path;
    this.value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  public String path() {
    return path;
  }

  public String value() {
    return value;
  }
}
