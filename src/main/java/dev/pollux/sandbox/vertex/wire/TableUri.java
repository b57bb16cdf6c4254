package dev.pollux.sandbox.vertex.wire;

import java.util.regex.Pattern;

/// `bq://project.dataset.table`.
public final class TableUri {
  private static final Pattern FULL =
      Pattern.compile(
          "bq://(?:[A-Za-z0-9.-]+:)?[A-Za-z0-9_-]+\\.\\w+\\.[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}]+");

  private TableUri() {}

  public static boolean isFull(String uri) {
    return FULL.matcher(uri).matches();
  }

  /// `project.dataset.table`.
  public static String table(String uri) {
    return uri.startsWith("bq://") ? uri.substring("bq://".length()) : uri;
  }

  /// `project.dataset`.
  public static String dataset(String table) {
    return table.substring(0, table.lastIndexOf('.'));
  }

  /// `project:dataset.table`, as BigQuery writes it in its errors.
  public static String spoken(String table) {
    // A project that belongs to a domain has dots before its colon.
    return table.replaceFirst("^((?:[^:]*:)?[^.]*)\\.", "$1:");
  }
}
