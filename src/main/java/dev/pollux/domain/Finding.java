package dev.pollux.domain;

import java.util.List;

/// Something that was looked at, and what was found. `code` is the key of its words, below
/// `prompt.`; `args` fill their places.
public record Finding(Severity level, String code, List<Object> args) {
  public Finding {
    args = List.copyOf(args);
  }

  public static Finding ok(String code, Object... args) {
    return new Finding(Severity.OK, code, List.of(args));
  }

  public static Finding warning(String code, Object... args) {
    return new Finding(Severity.WARNING, code, List.of(args));
  }

  public static Finding stop(String code, Object... args) {
    return new Finding(Severity.STOP, code, List.of(args));
  }

  public boolean stops() {
    return level == Severity.STOP;
  }
}
