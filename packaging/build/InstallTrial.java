import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Installs what was made, uses it with nothing of this computer's settings, uninstalls it. Started by
/// `mvn -Ppackage verify` after `Installers`; figures are added to `figures.md`. Arguments: those of `Installers`.
///
/// The deb is installed into a clean Debian where debootstrap is present and the build runs as root, else it is
/// unpacked; the rpm is unpacked likewise.
final class InstallTrial {
  private InstallTrial() {}

  public static void main(String[] args) throws Exception {
    Build build = Build.of(args);
    Figures figures = new Figures(build.out().resolve("figures.md"));
    Metainfo.validate(build);
    Path work = build.out().resolve("work/trial");
    Commands.deleteAll(work);
    Files.createDirectories(work);
    Path image = build.out().resolve("image");
    Path launcher = image.resolve("pollux/bin/pollux");
    if (Files.exists(launcher)) {
      Path folder = image.resolve("pollux");
      NativesTrial.of(folder);
      Place place = new Place(List.of(), launcher.toString(), folder.toString(), work.resolve("image"));
      new Use(place, figures).of("application image");
    } else {
      Figures.tell("The application image is tried on Linux only.");
    }
    for (Path deb : made(build, "*.deb")) {
      deb(build, deb, work.resolve("deb"), figures);
    }
    for (Path rpm : made(build, "*.rpm")) {
      rpm(rpm, work.resolve("rpm"), figures);
    }
  }

  private static void deb(Build build, Path deb, Path work, Figures figures) throws Exception {
    if (Commands.present("debootstrap") && System.getProperty("user.name").equals("root")) {
      try (CleanRoot root = CleanRoot.make(build.out().resolve("work/clean-root"))) {
        double seconds = root.install(deb);
        figures.say("deb, installed into a clean Debian with all it depends on", "%.0f s".formatted(seconds));
        new DesktopTrial(root.root()).run();
        new Use(root.place(), figures).of("deb");
        root.uninstall();
      }
      return;
    }
    Figures.tell("The deb is unpacked, not installed: for that debootstrap and root are needed.");
    Commands.run(List.of("dpkg-deb", "-x", deb.toString(), work.resolve("root").toString()));
    new Use(unpacked(work), figures).of("deb, unpacked");
  }

  private static void rpm(Path rpm, Path work, Figures figures) throws Exception {
    if (!Commands.present("rpm2archive")) {
      Figures.tell("There is no rpm2archive here: the rpm is not tried.");
      return;
    }
    Path root = Files.createDirectories(work.resolve("root"));
    Path archive = root.resolve("files.tgz");
    Commands.run(List.of("sh", "-c", "rpm2archive - < \"$0\" > \"$1\"", rpm.toString(), archive.toString()));
    Commands.run(List.of("tar", "-xzf", archive.toString(), "-C", root.toString()));
    new Use(unpacked(work), figures).of("rpm, unpacked");
  }

  private static Place unpacked(Path work) {
    Path usr = work.resolve("root/usr");
    return new Place(
        List.of(),
        usr.resolve("bin/pollux").toString(),
        usr.resolve("lib/pollux").toString(),
        work.resolve("home"));
  }

  private static List<Path> made(Build build, String glob) throws Exception {
    var matcher = build.out().getFileSystem().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.list(build.out())) {
      return files.filter(file -> matcher.matches(file.getFileName())).toList();
    }
  }
}
