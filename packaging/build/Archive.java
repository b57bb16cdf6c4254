import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The application image as one file: unpack and start.
final class Archive {
  private Archive() {}

  static Path of(Build build, ApplicationImage image) throws IOException, InterruptedException {
    boolean linux = System.getProperty("os.name").equals("Linux");
    String name =
        "pollux-%s-%s.%s".formatted(build.version(), system(), linux ? "tar.gz" : "zip");
    Path file = build.out().resolve(name);
    String parent = image.root().getParent().toString();
    String folder = image.root().getFileName().toString();
    Commands.run(
        linux
            ? List.of(
                "tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
                "--use-compress-program=gzip -n", "-cf", file.toString(), "-C", parent, folder)
            : List.of("tar", "-a", "-cf", file.toString(), "-C", parent, folder));
    return file;
  }

  /// The system and the processor, as a download is named.
  static String system() {
    String name = System.getProperty("os.name");
    String system = name.startsWith("Mac") ? "macos" : name.startsWith("Windows") ? "windows" : "linux";
    return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64");
  }
}
