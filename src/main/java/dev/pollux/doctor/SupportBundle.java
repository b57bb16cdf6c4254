package dev.pollux.doctor;

import dev.pollux.cloud.Redaction;
import dev.pollux.files.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a person sends to whoever helps them: a few texts in one zip file. What may be in it is
/// chosen, and not what may not; on top of that no known secret, and nothing that has the form of
/// one, is in any of them.
///
/// @param files from names to texts
public record SupportBundle(Map<String, String> files) {
  private static final List<String> SECRET_NAMES =
      List.of("token", "secret", "password", "passwd", "credential", "key", "auth", "cookie");

  /// Shorter ones are words that may stand anywhere.
  private static final int SHORTEST = 8;

  public SupportBundle {
    files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /// @param secrets see [#secrets(Map)]
  public static SupportBundle of(Map<String, String> texts, Collection<String> secrets) {
    Map<String, String> clean = new LinkedHashMap<>();
    texts.forEach((name, text) -> clean.put(name, without(text, secrets)));
    return new SupportBundle(clean);
  }

  private static String without(String text, Collection<String> secrets) {
    String left = text;
    for (String secret : secrets) {
      left = left.replace(secret, "…");
    }
    return Redaction.of(left);
  }

  /// The values in an environment whose names say that they are secret.
  public static List<String> secrets(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable ->
            SECRET_NAMES.stream().anyMatch(variable.getKey().toLowerCase(Locale.ROOT)::contains))
        .map(Map.Entry::getValue)
        .filter(value -> value.length() >= SHORTEST)
        .toList();
  }

  /// Writes the zip file, in the place of one that is there.
  public void write(Path file) throws IOException {
    try (WholeFile whole = WholeFile.begin(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole.part()));
          ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, String> text : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(text.getKey()));
          zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      whole.put();
    }
  }
}
