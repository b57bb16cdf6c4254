import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Does the guided tour with the very image, and puts beside its jars what the JVM learnt: loaded classes and what
/// ran often. The tour starts, submits a job and reads its results; its sandbox runs inside, so that one cache
/// serves the window, the sandbox beside it and the command line.
record Training(Build build, ApplicationImage image) {
  static Training of(Build build, ApplicationImage image) {
    return new Training(build, image);
  }

  /// @return the seconds it took
  double run() throws IOException, InterruptedException {
    Path work = build.out().resolve("work");
    long start = System.nanoTime();
    List<String> command = new ArrayList<>(List.of(image.java().toString()));
    command.addAll(build.flags());
    // Linked, all classes would be loaded at each start, those of a window for a command too (decision 0083).
    command.add("-XX:-AOTClassLinking");
    command.add("-XX:AOTCacheOutput=" + work.resolve("pollux.aot"));
    command.add("-Dorg.sqlite.lib.path=" + image.app());
    command.addAll(List.of("-cp", classPath(), "dev.pollux.Main", "tour", "--inside"));
    command.add(work.resolve("tour").toString());
    Commands.run(command);
    Files.move(work.resolve("pollux.aot"), image.cache());
    Files.setLastModifiedTime(image.cache(), FileTime.from(build.timestamp()));
    return (System.nanoTime() - start) / 1e9;
  }

  private String classPath() throws IOException {
    return image.classPath().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
