import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What is built from what.
///
/// @param target the build's folder, with `app/lib` and `bom.json` in it
/// @param project the source
/// @param version as Maven has it: `0.1.0-SNAPSHOT`
/// @param timestamp of every file that is installed, so that two builds of one commit are the same
/// @param flags of the JVM, as the application always has them
record Build(Path target, Path project, String version, Instant timestamp, List<String> flags) {
  static Build of(String[] args) {
    return new Build(
        Path.of(args[0]).toAbsolutePath(),
        Path.of(args[1]).toAbsolutePath(),
        args[2],
        Instant.parse(args[3]),
        List.of(args).subList(4, args.length));
  }

  /// Where everything made here goes.
  Path out() {
    return target.resolve("package");
  }

  /// The jars of the application as built, with the natives of every system.
  Path jars() {
    return target.resolve("app/lib");
  }

  Path packaging() {
    return project.resolve("packaging");
  }

  /// As deb and rpm order versions: a snapshot comes before its release.
  String packageVersion() {
    return version.replace("-SNAPSHOT", "~snapshot");
  }

  /// As jpackage takes it: numbers only.
  String plainVersion() {
    return version.replaceFirst("-.*", "");
  }
}
