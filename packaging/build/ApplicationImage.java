import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The application with its own Java, in one folder that runs wherever it is put.
///
/// @param root its folder
/// @param app where its jars are
/// @param java by which the sandbox and the training are started
/// @param launcher what a person starts
record ApplicationImage(Path root, Path app, Path java, Path launcher) {
  private static final String MAIN_CLASS = "dev.pollux.Main";

  static ApplicationImage make(Build build) throws IOException, InterruptedException {
    Path work = build.out().resolve("work");
    Commands.deleteAll(work);
    Path jars = work.resolve("jars");
    Path runtime = work.resolve("runtime");
    RuntimeImage.make(runtime);
    OneSystemJars.ofThisSystem().copy(build.jars(), jars, RuntimeImage.libraries(runtime));
    UnusedClasses.remove(jars);
    OldClasses.renew(jars);
    Papers.add(build, jars);
    Commands.copyAll(build.target().resolve("app/recipes"), jars.resolve("recipes"));
    jpackage(build, jars, runtime);
    ApplicationImage image = of(build.out().resolve("image"));
    SharedLibrary.withoutSymbols(image.root());
    image.writeConfiguration(build);
    image.date(build);
    return image;
  }

  private static void jpackage(Build build, Path jars, Path runtime)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Commands.jdk("jpackage"), "--type", "app-image", "--name", "pollux"));
    command.addAll(List.of("--app-version", build.plainVersion(), "--vendor", "Pollux"));
    command.addAll(List.of("--description", "Ask Gemini about every row of a BigQuery table"));
    command.addAll(List.of("--runtime-image", runtime.toString(), "--input", jars.toString()));
    command.addAll(List.of("--main-jar", "pollux-" + build.version() + ".jar"));
    command.addAll(List.of("--main-class", MAIN_CLASS, "--icon", icon(build).toString()));
    command.addAll(List.of("--dest", build.out().resolve("image").toString()));
    if (System.getProperty("os.name").startsWith("Windows")) {
      command.add("--win-console"); // the command line prints
    }
    Commands.run(command);
  }

  private static Path icon(Build build) {
    Path icons = build.project().resolve("icons");
    String system = System.getProperty("os.name");
    return system.startsWith("Windows")
        ? icons.resolve("pollux.ico")
        : icons.resolve(system.startsWith("Mac") ? "pollux.icns" : "png/pollux-512.png");
  }

  /// Where jpackage puts what, on each system.
  private static ApplicationImage of(Path image) {
    String system = System.getProperty("os.name");
    if (system.startsWith("Windows")) {
      Path root = image.resolve("pollux");
      Path java = root.resolve("runtime/bin/java.exe");
      return new ApplicationImage(root, root.resolve("app"), java, root.resolve("pollux.exe"));
    }
    if (system.startsWith("Mac")) {
      Path root = image.resolve("pollux.app");
      Path inner = root.resolve("Contents");
      Path java = inner.resolve("runtime/Contents/Home/bin/java");
      return new ApplicationImage(
          root, inner.resolve("app"), java, inner.resolve("MacOS/pollux"));
    }
    Path root = image.resolve("pollux");
    Path java = root.resolve("lib/runtime/bin/java");
    return new ApplicationImage(root, root.resolve("lib/app"), java, root.resolve("bin/pollux"));
  }

  Path cache() {
    return app.resolve("pollux.aot");
  }

  /// The jars in the order of their names, ours first. The JVM takes the cache only with the same class path.
  List<Path> classPath() throws IOException {
    try (Stream<Path> files = Files.list(app)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted(ApplicationImage::order).toList();
    }
  }

  private static int order(Path a, Path b) {
    boolean ours = a.getFileName().toString().startsWith("pollux-");
    boolean others = b.getFileName().toString().startsWith("pollux-");
    return ours != others ? (ours ? -1 : 1) : a.compareTo(b);
  }

  /// Instead of jpackage's own, whose class path has the order in which a disk lists files.
  private void writeConfiguration(Build build) throws IOException {
    List<String> lines = new ArrayList<>(List.of("[Application]"));
    for (Path jar : classPath()) {
      lines.add("app.classpath=$APPDIR/" + jar.getFileName());
    }
    lines.add("app.mainclass=" + MAIN_CLASS);
    lines.addAll(List.of("", "[JavaOptions]"));
    // What the JVM has to say of its cache is no output of a command.
    lines.addAll(List.of("java-options=-Xlog:disable", "java-options=-Xlog:all=error:stderr"));
    build.flags().forEach(flag -> lines.add("java-options=" + flag));
    lines.add("java-options=-Dorg.sqlite.lib.path=$APPDIR");
    // At the address it was made for: moved elsewhere, each of its pages would be read and kept at once.
    lines.add("java-options=-XX:+UnlockDiagnosticVMOptions");
    lines.add("java-options=-XX:ArchiveRelocationMode=0");
    lines.add("java-options=-XX:AOTCache=$APPDIR/pollux.aot");
    lines.add("java-options=-Dpollux.aot=$APPDIR/pollux.aot");
    lines.add("java-options=-Djpackage.app-version=" + build.version());
    Files.writeString(app.resolve("pollux.cfg"), String.join("\n", lines) + "\n");
  }

  private void date(Build build) throws IOException {
    for (Path path : Commands.tree(root).reversed()) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, FileTime.from(build.timestamp()));
      }
    }
  }
}
