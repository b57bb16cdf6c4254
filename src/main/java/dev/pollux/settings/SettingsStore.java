package dev.pollux.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings in one JSON file. Each change is written at once, beside the file and then into its
/// place, so that the file is whole at every moment. May be used from any thread.
public final class SettingsStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Path file;
  private final ObjectNode content;
  private final Optional<Path> setAside;
  private Settings settings;
  private Settings saved;

  private SettingsStore(Path file, ObjectNode content, Optional<Path> setAside) {
    this.file = file;
    this.content = content;
    this.setAside = setAside;
    this.settings = SettingsJson.read(content);
    this.saved = settings;
  }

  /// Reads the file; one that is not there means defaults. One that is not a JSON object is
  /// renamed, never overwritten: see [#setAside()].
  ///
  /// @throws IOException when the file can be neither read nor renamed
  public static SettingsStore open(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new SettingsStore(file, JSON.createObjectNode(), Optional.empty());
    }
    try {
      if (JSON.readTree(Files.readString(file)) instanceof ObjectNode content) {
        return new SettingsStore(file, content, Optional.empty());
      }
    } catch (JacksonException | java.nio.charset.CharacterCodingException e) {
      System.getLogger(SettingsStore.class.getName())
          .log(System.Logger.Level.WARNING, "the settings are not JSON: " + file, e);
    }
    return new SettingsStore(file, JSON.createObjectNode(), Optional.of(setAside(file)));
  }

  private static Path setAside(Path file) throws IOException {
    for (int i = 1; ; i++) {
      Path aside = file.resolveSibling(file.getFileName() + ".broken-" + i);
      if (!Files.exists(aside)) {
        return Files.move(file, aside);
      }
    }
  }

  /// Where a file that could not be read was put: the person should be told.
  public Optional<Path> setAside() {
    return setAside;
  }

  /// Where the settings are kept; a person's own data files lie beside them.
  public Path file() {
    return file;
  }

  public synchronized Settings settings() {
    return settings;
  }

  /// Changes the settings and writes them.
  ///
  /// @throws IOException when they could not be written; the change holds until the end then
  public void update(UnaryOperator<Settings> change) throws IOException {
    change(change);
    save();
  }

  /// Changes the settings, to be written by [#save()]. Never waits for a disk.
  public synchronized void change(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  /// Writes the settings if they changed.
  public void save() throws IOException {
    synchronized (content) {
      Settings now = settings();
      if (!now.equals(saved)) {
        SettingsJson.write(now, content);
        write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        saved = now;
      }
    }
  }

  private void write(String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
