import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

/// The files of the deb and of the rpm, where both put them. What a desktop keeps of menus, file types and
/// icons it renews by itself (dpkg's and rpm's triggers), so that no script of ours runs as root.
final class LinuxTree {
  private LinuxTree() {}

  static Path make(Build build, ApplicationImage image) throws IOException {
    Path tree = build.out().resolve("work/tree");
    Commands.deleteAll(tree);
    Commands.copyAll(image.root(), tree.resolve("usr/lib/pollux"));
    Path bin = Files.createDirectories(tree.resolve("usr/bin"));
    Files.createSymbolicLink(bin.resolve("pollux"), Path.of("../lib/pollux/bin/pollux"));

    Path share = tree.resolve("usr/share");
    Path linux = build.packaging().resolve("linux");
    String entry = Files.readString(linux.resolve("pollux.desktop"));
    write(share.resolve("applications/pollux.desktop"), entry.replace("\"@APP@/bin/pollux\"", "pollux"));
    Commands.copy(
        linux.resolve("pollux-recipe.xml"), share.resolve("mime/packages/pollux-recipe.xml"));
    Metainfo.write(build, share.resolve("metainfo"));
    Path icons = build.project().resolve("icons");
    for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
      Commands.copy(
          icons.resolve("png/pollux-" + size + ".png"),
          share.resolve("icons/hicolor/%1$dx%1$d/apps/pollux.png".formatted(size)));
    }
    Commands.copy(
        icons.resolve("pollux.svg"), share.resolve("icons/hicolor/scalable/apps/pollux.svg"));
    write(share.resolve("man/man1/pollux.1"), ManPage.of(build));
    write(share.resolve("bash-completion/completions/pollux"), ShellCompletion.bash());
    write(share.resolve("doc/pollux/copyright"), Files.readString(image.app().resolve("legal/PARTS.md")));
    Commands.copy(
        build.packaging().resolve("CHANGELOG.md"), share.resolve("doc/pollux/CHANGELOG.md"));
    same(build, tree);
    return tree;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// The same date and the same rights, whoever builds.
  private static void same(Build build, Path tree) throws IOException {
    for (Path path : Commands.tree(tree).reversed()) {
      if (Files.isSymbolicLink(path)) {
        continue;
      }
      boolean runs = Files.isDirectory(path) || Files.isExecutable(path);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      Files.setLastModifiedTime(path, FileTime.from(build.timestamp()));
    }
  }
}
