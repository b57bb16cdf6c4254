import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Looks at the first bytes of all files of an image, in its jars too: each program or library is one of Linux and of
/// this processor, whatever its name says.
final class NativesTrial {
  private static final int HEAD = 20;

  private NativesTrial() {}

  static void of(Path image) throws IOException {
    List<String> foreign = new ArrayList<>();
    int own = 0;
    for (Path file : Commands.tree(image)) {
      if (!Files.isRegularFile(file)) {
        continue;
      }
      try (InputStream in = Files.newInputStream(file)) {
        own += look(image.relativize(file).toString(), in.readNBytes(HEAD), foreign);
      }
      if (file.toString().endsWith(".jar")) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
          for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            try (InputStream in = zip.getInputStream(entry)) {
              own += look(file.getFileName() + "!" + entry.getName(), in.readNBytes(HEAD), foreign);
            }
          }
        }
      }
    }
    if (!foreign.isEmpty() || own == 0) {
      throw new IllegalStateException("Natives of other systems: " + foreign + ", own: " + own);
    }
    Figures.tell(own + " natives, all of this system");
  }

  private static int look(String name, byte[] head, List<String> foreign) {
    if (head.length < HEAD) {
      return 0;
    }
    int start = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
    int machine = (head[18] & 0xff) | (head[19] & 0xff) << 8;
    int ours = System.getProperty("os.arch").equals("aarch64") ? 183 : 62; // ELF's own numbers
    if (start == 0x7f454c46 && machine == ours) {
      return 1;
    }
    boolean other =
        start == 0x7f454c46
            || start >>> 16 == 0x4d5a // MZ, Windows
            || start == 0xcffaedfe // Mach-O
            || start == 0xcafebabe && !name.endsWith(".class") // Mach-O of several processors
            || start == 0x213c6172; // !<ar
    if (other) {
      foreign.add(name);
    }
    return 0;
  }
}
