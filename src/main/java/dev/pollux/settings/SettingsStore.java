package dev.pollux.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings in one JSON file with a copy. May be used from any thread.
public final class SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String GOOGLE = '"' + ConnectionChoice.Where.GOOGLE.name() + '"';
  private static final Pattern ZOOM = Pattern.compile("\"zoom\"\\s*:\\s*(\\d{1,4})");
  private final SafeFile file;
  private final SpendingCapFile capFile;
  private final ObjectNode content;
  private final List<StorageNotice> notices = new ArrayList<>();
  private Settings settings;
  private Settings saved;
  private final boolean capLost;
  private boolean stale;

  private SettingsStore(Path path) {
    file = new SafeFile(path);
    capFile = new SpendingCapFile(path.resolveSibling("spending-cap.txt"));
    SafeFile.Content<ObjectNode> read = file.read(SettingsStore::parse);
    content = read.usable().orElseGet(JSON::createObjectNode);
    SettingsJson.Reading reading = SettingsJson.read(content);
    saved = reading.settings();
    stale = !(read instanceof SafeFile.Content.Whole || read instanceof SafeFile.Content.None);
    tell(read, reading.skipped());
    capLost =
        capFile.kept().isEmpty()
            && saved.spending().cap().isEmpty()
            && (read instanceof SafeFile.Content.Broken
                || (read instanceof SafeFile.Content.None && file.wasSetAside())
                || reading.skipped().stream().anyMatch(SettingsStore::holdsCap));
    stale |= capLost;
    settings = withCap(saved);
  }

  /// Reads the file, or its copy. A file that is not there means defaults, and so does one that can
  /// be read by no means; the [#notices()] say so.
  public static SettingsStore open(Path file) {
    return new SettingsStore(file);
  }

  /// A look at a file that takes no time, for what is to be started before the settings are read:
  /// whether the sandbox was chosen last. A file that people wrote may mislead it.
  public static boolean choosesSandbox(Path file) {
    try {
      return !Files.exists(file) || !Files.readString(file).contains(GOOGLE);
    } catch (IOException e) {
      LOG.debug("{} cannot be read; opening it says so", file, e);
      return true;
    }
  }

  /// Another such look: how large everything is drawn, in per cent, before there is a toolkit.
  public static OptionalInt zoom(Path file) {
    try {
      Matcher found = ZOOM.matcher(Files.exists(file) ? Files.readString(file) : "");
      return found.find()
          ? Settings.DEFAULT
              .withZoom(OptionalInt.of(Integer.parseInt(found.group(1))))
              .appearance()
              .zoom()
          : OptionalInt.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be read; opening it says so", file, e);
      return OptionalInt.empty();
    }
  }

  private static Optional<ObjectNode> parse(String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException e) {
      LOG.warn("The settings are not JSON: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }

  /// A cap that was set holds, whatever became of the settings; a lower one that somebody wrote
  /// into the file holds too.
  private Settings withCap(Settings found) {
    OptionalDouble cap = found.spending().cap();
    if (capLost) {
      notices.add(new StorageNotice.SpendingCapUnknown());
    }
    OptionalDouble kept = capFile.kept().orElse(OptionalDouble.empty());
    if (kept.isEmpty() || cap.orElse(Double.MAX_VALUE) <= kept.getAsDouble()) {
      return found;
    }
    notices.add(new StorageNotice.SpendingCapRestored(kept.getAsDouble(), cap));
    return found.with(found.spending().withCap(kept));
  }

  private static boolean holdsCap(String member) {
    return member.equals("spending") || member.equals("spending.cap");
  }

  /// The file that keeps the cap beside the settings, where nobody can say whether one was set:
  /// what could have held it was damaged, and nobody has chosen since. Empty where it is known.
  public Optional<Path> lostCap() {
    return capLost ? Optional.of(capFile.path()) : Optional.empty();
  }

  private void tell(SafeFile.Content<ObjectNode> read, List<String> skipped) {
    switch (read) {
      case SafeFile.Content.FromCopy<ObjectNode>(ObjectNode _, Optional<Path> aside) ->
          notices.add(new StorageNotice.SettingsBroken(aside, true));
      case SafeFile.Content.Broken<ObjectNode>(Path aside) ->
          notices.add(new StorageNotice.SettingsBroken(Optional.of(aside), false));
      case SafeFile.Content.Whole<ObjectNode> _, SafeFile.Content.None<ObjectNode> _ -> {}
    }
    if (!skipped.isEmpty()) {
      notices.add(new StorageNotice.SettingsSkipped(skipped, file.path()));
    }
  }

  /// What was found when they were opened that the person should know.
  public List<StorageNotice> notices() {
    return List.copyOf(notices);
  }

  /// Takes a text out of the file that an older Pollux kept there.
  public synchronized Optional<String> takeOut(String member) {
    synchronized (content) {
      JsonNode text = content.path(member);
      if (!text.isString()) {
        return Optional.empty();
      }
      content.remove(member);
      stale = true;
      return Optional.of(text.asString());
    }
  }

  /// Where the settings are kept; a person's own data files lie beside them.
  public Path file() {
    return file.path();
  }

  public synchronized Settings settings() {
    return settings;
  }

  /// Changes the settings, to be written by [#save()]. Never waits for a disk.
  public synchronized void change(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  /// Writes the settings if they changed, or if the file was not what it should be.
  ///
  /// @throws IOException when they could not be written; the next call tries again
  public void save() throws IOException {
    synchronized (content) {
      Settings now = settings();
      boolean due = stale || !now.equals(saved);
      if (due || now.spending().cap().isPresent()) {
        // First, so that a fault between the two leaves the lower cap or the one that is new.
        capFile.keep(now.spending().cap());
      }
      if (due) {
        ObjectNode changed = content.deepCopy();
        SettingsJson.write(saved, now, changed);
        file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(changed));
        content.removeAll();
        content.setAll(changed);
        saved = now;
        stale = false;
      }
    }
  }
}
