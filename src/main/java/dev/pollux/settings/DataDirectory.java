package dev.pollux.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The place where everything that lasts is kept, for its owner alone. One process at a time may
/// hold it.
public final class DataDirectory {
  /// The names of our files and folders, those set aside included.
  private static final Pattern OURS =
      Pattern.compile(
          "kept|sandbox|(models|prices)\\.json|(settings\\.json|spending-cap\\.txt|pollux\\.(lock|holder)"
              + "|journal(\\.copy|\\.older)?\\.sqlite)([.-].*)?");

  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  /// Makes the folder if it is not there, and takes what is there from other accounts of the
  /// machine: our files and folders in it, and the folder itself if it holds nothing else. A folder
  /// that holds other things, such as a person's home, keeps its modes.
  ///
  /// @param chosen what the person asked for; the system's own place otherwise
  public static DataDirectory of(Optional<Path> chosen) throws IOException {
    Path root =
        chosen.orElseGet(
            () -> Path.of(AppDirsFactory.getInstance().getUserDataDir("pollux", null, null)));
    if (root.toString().isBlank()) {
      throw new IOException("no folder is named for the data");
    }
    OwnerOnlyFiles.createFolder(root);
    DataDirectory directory = new DataDirectory(root.toRealPath());
    try {
      directory.restrict();
    } catch (IOException e) {
      log().warn("{} may be read by others: {}", root, FileProblem.of(e).sentence());
    }
    try {
      OwnerOnlyFiles.createFolder(directory.sandbox());
    } catch (IOException e) {
      // Only a sandbox needs it, and says so.
      log().debug("{} takes no folder", root, e);
    }
    return directory;
  }

  /// Only when there is something to say: a second start hands over without a log.
  private static Logger log() {
    return LoggerFactory.getLogger(DataDirectory.class);
  }

  private void restrict() throws IOException {
    List<Path> all;
    try (Stream<Path> entries = Files.list(root)) {
      all = entries.toList();
    }
    List<Path> ours = all.stream().filter(DataDirectory::isOurs).toList();
    ours.forEach(OwnerOnlyFiles::restrict);
    if (!all.isEmpty() && ours.size() == all.size()) {
      OwnerOnlyFiles.restrict(root);
    }
    OwnerOnlyFiles.restrictFiles(kept());
  }

  private static boolean isOurs(Path entry) {
    return OURS.matcher(entry.getFileName().toString()).matches();
  }

  public Path root() {
    return root;
  }

  public Path sandbox() {
    return root.resolve("sandbox");
  }

  public Path journal() {
    return root.resolve("journal.sqlite");
  }

  public Path settings() {
    return root.resolve("settings.json");
  }

  /// The folder of [KeptTexts].
  public Path kept() {
    return root.resolve("kept");
  }

  /// Holds the directory until it is closed or the process ends.
  ///
  /// @param what the program that holds it, for who asks next: `pollux`, `pollux sandbox`
  /// @throws DirectoryInUse when another process holds it
  /// @throws IOException when the lock cannot be written
  public DirectoryHold hold(String what) throws IOException {
    return hold(root, what);
  }

  /// Holds the sandbox's data alone: a window leaves them to a process of its own.
  ///
  /// @throws DirectoryInUse when another process holds them
  /// @throws IOException when the lock cannot be written
  public DirectoryHold holdSandbox(String what) throws IOException {
    return hold(sandbox(), what);
  }

  private static DirectoryHold hold(Path folder, String what) throws IOException {
    Path lock = folder.resolve("pollux.lock");
    OwnerOnlyFiles.create(lock);
    FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
    @Nullable FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      held = null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (held == null) {
      channel.close();
      throw new DirectoryInUse(folder, DirectoryHolder.read(holderFile(folder)));
    }
    return DirectoryHold.begin(channel, holderFile(folder), what);
  }

  /// Who holds it, as far as it says so.
  public Optional<DirectoryHolder> holder() {
    return DirectoryHolder.read(holderFile(root));
  }

  private static Path holderFile(Path folder) {
    return folder.resolve("pollux.holder");
  }
}
