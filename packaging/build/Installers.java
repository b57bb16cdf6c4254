import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes what is installed, for the system it runs on: an application image with its own Java, and on Linux a
/// deb and an rpm of it. Started by `mvn -Ppackage verify`, with the application's jars on the class path.
///
/// Arguments: the build's folder, the project's folder, the version, the date that all files get, and the flags of
/// the JVM. With `-Dpackage.only=image` it ends after the image, before the training.
final class Installers {
  private Installers() {}

  public static void main(String[] args) throws Exception {
    Build build = Build.of(args);
    Files.createDirectories(build.out());
    Commands.deleteAll(build.out().resolve("image"));
    ApplicationImage image = ApplicationImage.make(build);
    Figures figures = new Figures(build.out().resolve("figures.md"));
    figures.start(build);
    // Before the training: what it learns is never the same twice.
    Checksums.ofTree(image.root(), build.out().resolve("image.sha256"));
    figures.size("application image, without the cache", image.root());
    if (System.getProperty("package.only", "").equals("image")) {
      return;
    }
    double seconds = Training.of(build, image).run();
    figures.say("training", "%.0f s".formatted(seconds));
    figures.size("the cache", image.cache());
    figures.size("application image", image.root());

    List<Path> made = new ArrayList<>();
    made.add(Archive.of(build, image));
    if (System.getProperty("os.name").equals("Linux")) {
      made.addAll(linux(build, image, figures));
    } else {
      Figures.tell("Installers of this system are made by the scripts in packaging/; see RELEASING.md.");
    }
    for (Path file : made) {
      figures.size(file.getFileName().toString(), file);
    }
    Checksums.ofFiles(made, build.out().resolve("SHA256SUMS"));
  }

  private static List<Path> linux(Build build, ApplicationImage image, Figures figures)
      throws IOException, InterruptedException {
    Path tree = LinuxTree.make(build, image);
    figures.size("installed", tree);
    List<Path> made = new ArrayList<>();
    if (Commands.present("dpkg-deb")) {
      made.add(DebPackage.make(build, tree));
    } else {
      Figures.tell("There is no dpkg-deb here: no deb is made.");
    }
    if (Commands.present("rpmbuild")) {
      made.add(RpmPackage.make(build, tree));
    } else {
      Figures.tell("There is no rpmbuild here: no rpm is made.");
    }
    return made;
  }
}
