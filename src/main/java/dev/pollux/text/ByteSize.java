package dev.pollux.text;

/// Amounts of bytes as people read them: `812 bytes`, `12.4 MB`.
public final class ByteSize {
  private ByteSize() {}

  /// @param bytes 0 or more
  public static String of(Words words, long bytes) {
    if (bytes < 1_000) {
      return words.get("kit.size.bytes", bytes);
    }
    if (bytes < 1_000_000) {
      return words.get("kit.size.kilobytes", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? words.get("kit.size.megabytes", bytes / 1e6)
        : words.get("kit.size.gigabytes", bytes / 1e9);
  }
}
