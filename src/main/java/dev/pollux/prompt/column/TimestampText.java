package dev.pollux.prompt.column;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// TIMESTAMP and DATETIME as people type them and as rows have them: `2024-01-31 12:00:00`, with
/// `T`, with a fraction, with `Z`, `+00` or `+01:00`; UTC where nothing is said.
final class TimestampText {
  private TimestampText() {}

  /// Microseconds since 1970.
  ///
  /// @throws DateTimeException when it is no moment
  static BigDecimal micros(String text) {
    String iso = text.strip().replace(' ', 'T');
    String zoned = iso.matches(".*T.*[+-]\\d\\d") ? iso + ":00" : iso;
    Instant instant =
        zoned.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)")
            ? OffsetDateTime.parse(zoned).toInstant()
            : LocalDateTime.parse(zoned).toInstant(ZoneOffset.UTC);
    return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }
}
