import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Leaves out of some large jars what nothing can reach: Vertex AI has some forty services, of which Pollux speaks with few,
/// and of Windows' functions it calls none. A class stays if its name stands anywhere in the constants of a class that stays, texts
/// included; all classes of all other jars stay.
final class UnusedClasses {
  private static final List<String> GENERATED =
      List.of(
          "proto-google-cloud-aiplatform-",
          "google-cloud-aiplatform-",
          "proto-google-common-protos-",
          "jna-platform-",
          // Libraries of which Google's clients and the readers of files use a part; none finds its own classes by services.
          "guava-",
          "commons-compress-",
          "commons-lang3-",
          "commons-io-",
          "commons-codec-",
          "httpclient-",
          "httpcore-");
  private static final String CLASS = ".class";
  private final Map<String, byte[]> generated = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  private UnusedClasses() {}

  static void remove(Path folder) throws IOException {
    List<Path> jars =
        Commands.tree(folder).stream().filter(file -> file.toString().endsWith(".jar")).toList();
    UnusedClasses classes = new UnusedClasses();
    for (Path jar : jars.stream().filter(UnusedClasses::isGenerated).toList()) {
      classes.read(jar);
    }
    for (Path jar : jars.stream().filter(file -> !isGenerated(file)).toList()) {
      classes.follow(jar);
    }
    while (!classes.open.isEmpty()) {
      classes.look(classes.generated.get(classes.open.remove()));
    }
    for (Path jar : jars.stream().filter(UnusedClasses::isGenerated).toList()) {
      classes.write(jar);
    }
  }

  private static boolean isGenerated(Path jar) {
    return GENERATED.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }

  private void read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : classes(zip)) {
        String name = entry.getName().substring(0, entry.getName().length() - CLASS.length());
        generated.put(name, zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private void follow(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : classes(zip)) {
        look(zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static List<ZipEntry> classes(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry.class::cast)
        .filter(entry -> entry.getName().endsWith(CLASS))
        .filter(entry -> !entry.getName().endsWith("module-info.class"))
        .toList();
  }

  private void look(byte[] bytes) {
    for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
      if (entry instanceof Utf8Entry text) {
        for (String word : text.stringValue().replace('.', '/').split("[^\\w/$]+")) {
          stays(word);
          if (word.startsWith("L")) {
            stays(word.substring(1)); // as descriptors write a class
          }
        }
      }
    }
  }

  private void stays(String name) {
    if (generated.containsKey(name) && used.add(name)) {
      open.add(name);
    }
  }

  private void write(Path jar) throws IOException {
    Path smaller = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile zip = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(smaller))) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        String name = entry.getName();
        if (name.endsWith(CLASS) && !used.contains(name.substring(0, name.length() - CLASS.length()))) {
          continue;
        }
        ZipEntry same = new ZipEntry(name);
        same.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(same);
        zip.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
    Files.move(smaller, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
