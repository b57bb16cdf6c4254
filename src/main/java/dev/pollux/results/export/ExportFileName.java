package dev.pollux.results.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name that is proposed for a file, which every system takes, whatever the table is called
/// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
public final class ExportFileName {
  /// A name may have 255 bytes, and what is written first is called a little longer.
  private static final int MOST_BYTES = 200;

  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}<>:\"/\\\\|?*]");
  private static final Pattern KEPT =
      Pattern.compile("(CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])([. ].*)?");

  private ExportFileName() {}

  /// @param name what stands in the file
  /// @param otherwise where nothing of the name is left
  public static String of(String name, String otherwise, ExportFormat format) {
    String plain = FORBIDDEN.matcher(name).replaceAll("_").strip().replaceAll("^\\.+|[. ]+$", "");
    String named = plain.isBlank() || plain.matches("_+") ? otherwise : plain;
    String free = KEPT.matcher(named.toUpperCase(Locale.ROOT)).matches() ? "_" + named : named;
    return cut(free) + "." + format.ending();
  }

  private static String cut(String name) {
    String shorter = name;
    while (shorter.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }
}
