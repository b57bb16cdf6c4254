import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Looks at what a desktop sees of an installed Pollux: its entry in the menu, the file type by which a recipe opens, icon,
/// man page and completion.
///
/// @param root of the system it is installed in
record DesktopTrial(Path root) {
  private static final String TYPE = "application/x-pollux-recipe+json";

  void run() throws IOException, InterruptedException {
    String entry = Files.readString(usr("share/applications/pollux.desktop"));
    expect(entry.contains("MimeType=" + TYPE + ";"), "the menu entry opens recipes");
    expect(entry.contains("Exec=pollux %f"), "the menu entry starts what is on the PATH");
    expect(Files.exists(usr("share/icons/hicolor/48x48/apps/pollux.png")), "an icon");
    // Made by the system's own trigger, from the file of ours.
    expect(
        Files.readAllLines(usr("share/mime/globs2")).contains("70:" + TYPE + ":*.pollux.json"),
        "the system knows recipes by their names");
    expect(
        Files.readString(usr("share/man/man1/pollux.1")).contains(".SH"), "a man page with sections");
    Commands.run(List.of("bash", "-n", usr("share/bash-completion/completions/pollux").toString()));
    Path legal = usr("lib/pollux/lib/app/legal");
    expect(
        Files.readString(legal.resolve("bom.json")).contains("\"OpenJDK\""),
        "a bill of materials, with the Java inside");
    expect(Files.exists(legal.resolve("PARTS.md")), "the licences of the parts");
    expect(Files.exists(usr("lib/pollux/lib/runtime/legal/java.base/LICENSE")), "the licence of Java");
  }

  private Path usr(String path) {
    return root.resolve("usr").resolve(path);
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("Not found in what is installed: " + what);
    }
  }
}
