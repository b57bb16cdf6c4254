package dev.pollux.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {
  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void name() {
    root = folder.resolve("data");
  }

  private DataDirectory open() throws IOException {
    return DataDirectory.of(Optional.of(root));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private void posix() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no modes");
  }

  @Test
  void whatIsMadeIsThePersonsAlone() throws Exception {
    posix();
    DataDirectory data = open();
    try (DirectoryHold _ = data.hold("Pollux")) {
      assertThat(mode(root)).isEqualTo("rwx------");
      assertThat(mode(data.sandbox())).isEqualTo("rwx------");
      assertThat(mode(root.resolve("pollux.lock"))).isEqualTo("rw-------");
      assertThat(mode(root.resolve("pollux.holder"))).isEqualTo("rw-------");
    }
  }

  @Test
  void whatIsThereAlreadyBecomesThePersonsAlone() throws Exception {
    posix();
    Files.createDirectories(root.resolve("sandbox"));
    Files.createDirectories(root.resolve("kept"));
    String[] files = {
      "journal.sqlite",
      "journal.sqlite-wal",
      "journal.copy.sqlite",
      "journal.sqlite.damaged-2026-11-22T12-00-00Z",
      "settings.json",
      "settings.json.broken-1",
      "spending-cap.txt.copy",
      "pollux.lock",
      "prices.json",
      "kept/draft.kept"
    };
    for (String file : files) {
      mode(Files.createFile(root.resolve(file)), "rw-r--r--");
    }
    mode(root.resolve("sandbox"), "rwxr-xr-x");
    mode(root.resolve("kept"), "rwxr-xr-x");
    mode(root, "rwxr-xr-x");

    open();

    for (String file : files) {
      assertThat(mode(root.resolve(file))).as(file).isEqualTo("rw-------");
    }
    for (String own : new String[] {"", "sandbox", "kept"}) {
      assertThat(mode(root.resolve(own))).as(own).isEqualTo("rwx------");
    }
  }

  /// `--data` may name a home, or a folder of others.
  @Test
  void aFolderWithOtherThingsKeepsItsModes() throws Exception {
    posix();
    Files.createDirectories(root);
    mode(root, "rwxr-xr-x");
    Path other = Files.createFile(root.resolve("sandbox-notes.txt"));
    Path link = Files.createSymbolicLink(root.resolve("models.json"), other);
    mode(other, "rw-r--r--");
    mode(Files.createFile(root.resolve("journal.sqlite")), "rw-r--r--");

    open();

    assertThat(mode(root)).isEqualTo("rwxr-xr-x");
    assertThat(mode(other)).as("nor is a link followed").isEqualTo("rw-r--r--");
    assertThat(mode(link)).isEqualTo("rw-r--r--");
    assertThat(mode(root.resolve("journal.sqlite"))).isEqualTo("rw-------");
  }

  /// A person at a terminal reads what is wrong, not a name alone; and nothing is made in a folder
  /// that nobody named, as by an empty variable of a script.
  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below", "circle", "nowhere", "", " "})
  void whatIsNoFolderIsSaid(String name) throws Exception {
    Files.createFile(folder.resolve("file"));
    Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
    Path chosen = name.isBlank() ? Path.of(name) : folder.resolve(name);
    assertThatThrownBy(() -> DataDirectory.of(Optional.of(chosen)))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(FileProblem.of(e).sentence()).containsPattern("folder|circle|links"));
  }

  @Test
  void oneHoldsItAtATimeAndSaysWhoItIs() throws Exception {
    DataDirectory data = open();
    try (DirectoryHold hold = data.hold("`pollux sandbox`")) {
      hold.announce(new DirectoryHolder.Door(4711, "secret"));
      assertThatThrownBy(() -> open().hold("Pollux"))
          .isInstanceOf(DirectoryInUse.class)
          .hasMessageContaining("`pollux sandbox`")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data DIR");
      assertThat(data.holder().orElseThrow().door())
          .contains(new DirectoryHolder.Door(4711, "secret"));
    }
    assertThat(data.holder()).isEmpty();
    open().hold("Pollux").close();
  }

  @Test
  void whatADeadProcessSaidIsForgotten() throws Exception {
    DataDirectory data = open();
    Files.writeString(
        root.resolve("pollux.holder"),
        new DirectoryHolder("Pollux", 1, Optional.of(new DirectoryHolder.Door(1, "old"))).text());

    try (DirectoryHold _ = data.hold("Pollux")) {
      assertThat(data.holder().orElseThrow().door()).isEmpty();
    }
    for (String noise :
        List.of("{", "", "what=Pollux", "what=Pollux\nprocess=x", "what=a\nprocess=1\nsecret=s")) {
      Files.writeString(root.resolve("pollux.holder"), noise);
      assertThat(data.holder()).as(noise).isEmpty();
    }
  }

  @Test
  void aDiskThatCanOnlyBeReadIsSaidAndIsNotInUse() throws Exception {
    Optional<SmallDisk> disk = SmallDisk.mount(Files.createDirectory(root), 100);
    assumeTrue(disk.isPresent(), "no file system can be mounted here");
    try (SmallDisk small = disk.get()) {
      small.readOnly(true);

      DataDirectory data = open();

      assertThatThrownBy(() -> data.hold("Pollux"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(DirectoryInUse.class);
      SettingsStore store = SettingsStore.open(data.settings());
      store.change(s -> s.with(Appearance.Theme.DARK));
      assertThatThrownBy(store::save).isInstanceOf(IOException.class);
      small.readOnly(false);
      store.save();
      assertThat(SettingsStore.open(data.settings()).settings().appearance().theme())
          .isEqualTo(Appearance.Theme.DARK);
    }
  }

  @Test
  void aFullDiskLeavesTheSettingsAsTheyWere() throws Exception {
    Optional<SmallDisk> disk = SmallDisk.mount(Files.createDirectory(root), 100);
    assumeTrue(disk.isPresent(), "no file system can be mounted here");
    try (SmallDisk small = disk.get()) {
      DataDirectory data = open();
      SettingsStore store = SettingsStore.open(data.settings());
      store.change(s -> s.with(Appearance.Theme.DARK));
      store.save();
      small.fill();
      store.change(s -> s.with(Appearance.Theme.LIGHT));
      assertThatThrownBy(store::save).isInstanceOf(IOException.class);

      assertThat(SettingsStore.open(data.settings()).settings().appearance().theme())
          .isEqualTo(Appearance.Theme.DARK);
      small.empty();
      store.save();
      assertThat(SettingsStore.open(data.settings()).settings().appearance().theme())
          .isEqualTo(Appearance.Theme.LIGHT);
    }
  }
}
