import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies jars without the native libraries of other systems, half of their bytes, and without the symbols of those that
/// stay.
///
/// @param system how this system is called in names of entries
/// @param machine how this processor is called in names of entries
record OneSystemJars(Pattern system, Pattern machine) {
  private static final Pattern NATIVE = Pattern.compile("\\.(so|dll|dylib|jnilib|a)(_[a-z0-9_]+)?$");
  private static final Pattern LINUX = Pattern.compile("linux(?!-musl)");
  private static final Pattern MAC = Pattern.compile("mac|osx|darwin");
  private static final Pattern WINDOWS = Pattern.compile("windows|win32");
  private static final Pattern ANY_SYSTEM =
      Pattern.compile("linux|mac|osx|darwin|windows|win32|bsd|aix|sunos");
  private static final Pattern ANY_MACHINE = Pattern.compile("amd64|x86|aarch_?64|arm64");
  private static final Pattern X64 = Pattern.compile("amd64|x86[-_]64");
  private static final Pattern ARM64 = Pattern.compile("aarch_?64|arm64");

  static OneSystemJars ofThisSystem() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Pattern system = name.startsWith("mac") ? MAC : name.startsWith("win") ? WINDOWS : LINUX;
    return new OneSystemJars(system, System.getProperty("os.arch").equals("aarch64") ? ARM64 : X64);
  }

  /// Whether an entry is a native library that another system or processor needs. One that names neither is of
  /// this one: JavaFX has a jar for each.
  boolean foreign(String entry) {
    String name = entry.toLowerCase(Locale.ROOT);
    if (!isNative(name)) {
      return false;
    }
    return ANY_SYSTEM.matcher(name).find()
        ? !(system.matcher(name).find() && machine.matcher(name).find())
        : ANY_MACHINE.matcher(name).find() && !machine.matcher(name).find();
  }

  /// Copies all jars of a folder. Native libraries of JavaFX and of SQLite go beside them, that of the engine to those of
  /// Java, where they are looked for first: otherwise JavaFX unpacks its own into the person's home, SQLite 1 MB at each
  /// start, and the engine 70. Not beside the jars as well: from there the engine asks where its class came from, which the JVM does
  /// not know (25.0.3) when its cache was made in another folder.
  ///
  /// @param libraries the folder of Java's own
  void copy(Path from, Path to, Path libraries) throws IOException {
    Files.createDirectories(to);
    for (Path jar : Commands.tree(from).stream().filter(f -> f.toString().endsWith(".jar")).toList()) {
      copyJar(jar, to.resolve(jar.getFileName()), libraries);
    }
  }

  private void copyJar(Path jar, Path copy, Path libraries) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      if (entries.stream().noneMatch(e -> isNative(e.getName()))) {
        Commands.copy(jar, copy);
        return;
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
        for (ZipEntry entry : entries) {
          if (foreign(entry.getName())) {
            continue;
          }
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          if (isNative(entry.getName())) {
            bytes = SharedLibrary.withoutSymbols(bytes);
          }
          Optional<Path> outside = outside(copy, entry, libraries);
          if (outside.isPresent()) {
            Files.write(outside.get(), bytes);
            continue;
          }
          ZipEntry same = new ZipEntry(entry.getName());
          same.setTimeLocal(entry.getTimeLocal());
          out.putNextEntry(same);
          out.write(bytes);
          out.closeEntry();
        }
      }
    }
  }

  private static Optional<Path> outside(Path jar, ZipEntry entry, Path libraries) {
    String name = jar.getFileName().toString();
    if (isNative(entry.getName()) && name.startsWith("javafx-")) {
      return Optional.of(jar.resolveSibling(entry.getName()));
    }
    if (isNative(entry.getName()) && name.startsWith("sqlite-jdbc-")) {
      return Optional.of(jar.resolveSibling(System.mapLibraryName("sqlitejdbc")));
    }
    return isNative(entry.getName()) && name.startsWith("duckdb_jdbc-")
        ? Optional.of(libraries.resolve(System.mapLibraryName("duckdb_java")))
        : Optional.empty();
  }

  private static boolean isNative(String entry) {
    return NATIVE.matcher(entry).find();
  }
}
