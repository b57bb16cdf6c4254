import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The package for Fedora, openSUSE and their kin.
final class RpmPackage {
  private RpmPackage() {}

  static Path make(Build build, Path tree) throws IOException, InterruptedException {
    Path work = Files.createDirectories(build.out().resolve("work/rpm"));
    String spec =
        Files.readString(build.packaging().resolve("linux/pollux.spec"))
            .replace("@VERSION@", build.packageVersion())
            .replace("@TREE@", tree.toString());
    Path file = Files.writeString(work.resolve("pollux.spec"), spec);
    List<String> command = new ArrayList<>(List.of("rpmbuild", "-bb"));
    command.addAll(List.of("--define", "_topdir " + work, "--define", "_rpmdir " + build.out()));
    command.addAll(List.of("--define", "_buildhost pollux", file.toString()));
    Commands.run(
        command, Map.of("SOURCE_DATE_EPOCH", Long.toString(build.timestamp().getEpochSecond())));
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return build.out().resolve("pollux-%s-1.%s.rpm".formatted(build.packageVersion(), machine));
  }
}
