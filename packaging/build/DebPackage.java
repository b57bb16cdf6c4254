import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The package for Debian, Ubuntu and their kin.
final class DebPackage {
  private DebPackage() {}

  static Path make(Build build, Path tree) throws IOException, InterruptedException {
    Path root = build.out().resolve("work/deb");
    Commands.deleteAll(root);
    Commands.copyAll(tree, root);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    String control =
        Files.readString(build.packaging().resolve("linux/control"))
            .replace("@VERSION@", build.packageVersion())
            .replace("@MACHINE@", machine)
            .replace("@KILOBYTES@", Long.toString(kilobytes(tree)));
    Path debian = Files.createDirectories(root.resolve("DEBIAN"));
    Files.writeString(debian.resolve("control"), control);
    Path file = build.out().resolve("pollux_%s_%s.deb".formatted(build.packageVersion(), machine));
    List<String> command = new ArrayList<>(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z9"));
    command.addAll(List.of("--build", root.toString(), file.toString()));
    Commands.run(
        command, Map.of("SOURCE_DATE_EPOCH", Long.toString(build.timestamp().getEpochSecond())));
    Commands.deleteAll(root);
    return file;
  }

  private static long kilobytes(Path tree) throws IOException {
    long sum = 0;
    for (Path path : Commands.tree(tree)) {
      sum += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? (Files.size(path) + 1023) / 1024 : 1;
    }
    return sum;
  }
}
