import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A Debian with nothing in it, in a folder.
record CleanRoot(Path root) implements AutoCloseable {
  /// Made by debootstrap, anew each time. The suite is that of the machine, or what POLLUX_SUITE names.
  static CleanRoot make(Path root) throws IOException, InterruptedException {
    Commands.deleteAll(root);
    Files.createDirectories(root.getParent());
    String suite = System.getenv().getOrDefault("POLLUX_SUITE", "bookworm");
    Commands.run(List.of("debootstrap", "--variant=minbase", suite, root.toString()));
    Commands.run(List.of("mount", "-t", "proc", "proc", root.resolve("proc").toString()));
    return new CleanRoot(root);
  }

  Place place() {
    return new Place(List.of("chroot", root.toString()), "pollux", "/usr/lib/pollux", root.resolve("root"));
  }

  /// @return the seconds it took, with all that the package depends on
  double install(Path deb) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Files.copy(deb, root.resolve("tmp/pollux.deb"));
    chroot("apt-get", "update");
    chroot("apt-get", "install", "--yes", "--no-install-recommends", "/tmp/pollux.deb");
    return (System.nanoTime() - start) / 1e9;
  }

  /// Uninstalls, and looks for what is left: nothing of ours, all of the person's.
  void uninstall() throws IOException, InterruptedException {
    Path data = root.resolve("root/sandbox");
    if (Files.notExists(data)) {
      throw new IllegalStateException("Nothing was kept in " + data);
    }
    chroot("apt-get", "purge", "--yes", "pollux");
    if (Files.notExists(data)) {
      throw new IllegalStateException("Uninstalling took the data in " + data);
    }
    try (Stream<Path> left = Files.walk(root.resolve("usr"))) {
      List<Path> ours = left.filter(path -> path.getFileName().toString().startsWith("pollux")).toList();
      if (!ours.isEmpty()) {
        throw new IllegalStateException("Uninstalling left " + ours);
      }
    }
  }

  private void chroot(String... command) throws IOException, InterruptedException {
    List<String> all = new java.util.ArrayList<>(List.of("chroot", root.toString()));
    all.addAll(List.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"));
    all.add("DEBIAN_FRONTEND=noninteractive");
    all.addAll(List.of(command));
    Commands.run(all);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Commands.run(List.of("umount", root.resolve("proc").toString()));
    Commands.deleteAll(root);
  }
}
