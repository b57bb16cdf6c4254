import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where Pollux was put, and how a command is run there: with an environment of its own.
///
/// @param enter what comes before a command, `chroot ROOT` for instance
/// @param pollux the command, as seen from in there
/// @param folder of the application image, as seen from in there
/// @param home a folder that is empty at first
record Place(List<String> enter, String pollux, String folder, Path home) {
  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(enter);
    command.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + inside()));
    command.add(pollux);
    command.addAll(List.of(arguments));
    return command;
  }

  String recipe() {
    return folder + "/lib/app/recipes/classify.pollux.json";
  }

  /// The home as it is called in there.
  String inside() {
    return enter.isEmpty() ? home.toString() : "/root";
  }
}
