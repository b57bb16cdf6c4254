import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What shops of software show of Pollux. Its pictures have addresses, and nothing is published so far: they stand in it only
/// where POLLUX_PICTURES says below which address the files of `.github/pictures` are.
final class Metainfo {
  private static final String NAME = "dev.pollux.Pollux.metainfo.xml";
  private static final String PICTURES = "(?s)\\s*<screenshots>.*</screenshots>";

  private Metainfo() {}

  static void write(Build build, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(NAME), of(build, System.getenv().getOrDefault("POLLUX_PICTURES", "")));
  }

  static String of(Build build, String pictures) throws IOException {
    String all =
        Files.readString(build.packaging().resolve("linux").resolve(NAME))
            .replace("@VERSION@", build.packageVersion())
            .replace("@DATE@", LocalDate.ofInstant(build.timestamp(), ZoneOffset.UTC).toString());
    return pictures.isEmpty() ? all.replaceFirst(PICTURES, "") : all.replace("@PICTURES@", pictures);
  }

  /// Whether shops can read it, with pictures and without; where appstreamcli is there.
  static void validate(Build build) throws IOException, InterruptedException {
    if (!Commands.present("appstreamcli")) {
      Figures.tell("There is no appstreamcli here: the metainfo is not checked.");
      return;
    }
    for (String pictures : List.of("", "https://example.org/pictures")) {
      Path folder = Files.createTempDirectory("pollux-metainfo");
      Path file = Files.writeString(folder.resolve(NAME), of(build, pictures));
      Commands.run(List.of("appstreamcli", "validate", "--no-net", file.toString()));
      Commands.deleteAll(folder);
    }
  }
}
