import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/// What the system loads of a native library, without what only debuggers read: the engine's comes with 13 MB of symbols, Java's machine with 5.
///
/// Done here and not by `strip`: its result depends on its version, and two builds are to be the same.
final class SharedLibrary {
  private static final int MAGIC = 0x464c457f; // ELF, as its bytes stand
  private static final int OF_64_BITS = 2;
  private static final int LITTLE_ENDIAN = 1;

  private SharedLibrary() {}

  /// Has each library and command below a folder end there, where it is of that form.
  static void withoutSymbols(Path folder) throws IOException {
    for (Path path : Commands.tree(folder)) {
      String name = path.getFileName().toString();
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          && !name.equals("modules")
          && !name.endsWith(".jar")) {
        byte[] all = Files.readAllBytes(path);
        byte[] loaded = withoutSymbols(all);
        if (loaded.length < all.length) {
          Files.write(path, loaded);
        }
      }
    }
  }

  /// The same library, which ends where its last loaded part does. What is no ELF file of 64 bits stays as it is.
  static byte[] withoutSymbols(byte[] library) {
    ByteBuffer file = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
    if (library.length < 64
        || file.getInt(0) != MAGIC
        || file.get(4) != OF_64_BITS
        || file.get(5) != LITTLE_ENDIAN) {
      return library;
    }
    long segments = file.getLong(32);
    int size = file.getShort(54);
    int count = file.getShort(56);
    long end = segments + (long) size * count;
    for (int i = 0; i < count; i++) {
      int segment = Math.toIntExact(segments + (long) size * i);
      end = Math.max(end, file.getLong(segment + 8) + file.getLong(segment + 32));
    }
    // The table of sections stands behind; the loader does not read it.
    file.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0);
    return Arrays.copyOf(library, Math.toIntExact(end));
  }
}
