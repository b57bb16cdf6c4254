import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 sums, as `sha256sum --check` reads them.
final class Checksums {
  private Checksums() {}

  /// Of each file in a folder, by its path in there.
  static void ofTree(Path root, Path to) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path path : Commands.tree(root)) {
      if (Files.isRegularFile(path)) {
        lines.add(of(path) + "  " + root.relativize(path).toString().replace('\\', '/'));
      }
    }
    Files.write(to, lines);
  }

  /// Of files, by their names.
  static void ofFiles(List<Path> files, Path to) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      lines.add(of(file) + "  " + file.getFileName());
    }
    Files.write(to, lines);
  }

  private static String of(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
