package dev.pollux.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Texts that are kept under a name, such as the job that is being prepared. Keeping and reading
/// never wait for a disk: all of them are read when this is opened, and written by [#save()]. May
/// be used from any thread.
public final class KeptTexts {
  private static final Logger LOG = LoggerFactory.getLogger(KeptTexts.class);
  private static final String ENDING = ".kept";
  private final Path folder;
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> unsaved = new HashSet<>();
  private final List<StorageNotice> notices = new ArrayList<>();

  private KeptTexts(Path folder) {
    this.folder = folder;
  }

  /// Reads what a folder holds; one that is not there holds nothing.
  public static KeptTexts open(Path folder) {
    KeptTexts texts = new KeptTexts(folder);
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.contains(ENDING))
          .map(file -> file.substring(0, file.indexOf(ENDING)))
          .distinct()
          .forEach(texts::read);
    } catch (IOException e) {
      LOG.warn("{} could not be read", folder, e);
    }
    return texts;
  }

  private void read(String name) {
    SafeFile.Content<String> content = file(name).read(KeptTexts::unwrapped);
    content.usable().ifPresent(text -> texts.put(name, text));
    if (content instanceof SafeFile.Content.Broken<String>(Path setAside)) {
      notices.add(new StorageNotice.TextBroken(name, setAside));
    }
  }

  /// What was found when this was opened that the person should know.
  public List<StorageNotice> notices() {
    return List.copyOf(notices);
  }

  /// Where they are kept.
  public Path folder() {
    return folder;
  }

  /// What was kept last under that name, written or not.
  public synchronized Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /// @param name letters, digits and hyphens
  public synchronized void keep(String name, String text) {
    if (!name.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    if (!text.equals(texts.put(name, text))) {
      unsaved.add(name);
    }
  }

  /// Keeps nothing under that name any longer.
  public synchronized void forget(String name) {
    if (texts.remove(name) != null) {
      unsaved.add(name);
    }
  }

  /// Writes what changed.
  ///
  /// @throws IOException when it could not be written; the next call tries again
  public void save() throws IOException {
    while (true) {
      String name;
      Optional<String> text;
      synchronized (this) {
        if (unsaved.isEmpty()) {
          return;
        }
        name = unsaved.iterator().next();
        text = text(name);
      }
      if (text.isPresent()) {
        OwnerOnlyFiles.createFolder(folder);
        file(name).write(wrapped(text.get()));
      } else {
        file(name).delete();
      }
      synchronized (this) {
        if (text.equals(text(name))) {
          unsaved.remove(name);
        }
      }
    }
  }

  private SafeFile file(String name) {
    return new SafeFile(folder.resolve(name + ENDING));
  }

  /// The first line is a checksum of the rest, which is whatever somebody keeps.
  private static String wrapped(String text) {
    return checksum(text) + "\n" + text;
  }

  private static Optional<String> unwrapped(String content) {
    int line = content.indexOf('\n');
    return line > 0 && content.substring(0, line).equals(checksum(content.substring(line + 1)))
        ? Optional.of(content.substring(line + 1))
        : Optional.empty();
  }

  private static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
