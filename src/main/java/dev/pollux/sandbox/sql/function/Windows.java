package dev.pollux.sandbox.sql.function;

import java.util.Set;

/// The functions that need OVER.
final class Windows {
  static final Set<String> NAMES =
      Set.of(
          "ROW_NUMBER",
          "RANK",
          "DENSE_RANK",
          "PERCENT_RANK",
          "CUME_DIST",
          "NTILE",
          "LAG",
          "LEAD",
          "FIRST_VALUE",
          "LAST_VALUE",
          "NTH_VALUE");

  private Windows() {}

  static boolean is(String name) {
    return NAMES.contains(name);
  }
}
