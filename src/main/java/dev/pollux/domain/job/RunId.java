package dev.pollux.domain.job;

/// Names one run for ever; fit to be a label's value (lower case letters, digits, dashes; at most
/// 63).
public record RunId(String id) {
  public RunId {
    if (!isId(id)) {
      throw new IllegalArgumentException("not a run id: " + id);
    }
  }

  static boolean isId(String text) {
    return text.matches("[a-z0-9-]{1,63}");
  }

  @Override
  public String toString() {
    return id;
  }
}
