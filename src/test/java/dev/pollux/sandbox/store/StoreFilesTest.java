package dev.pollux.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.load.LoadFormat;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import dev.pollux.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// The file of the store: where it can lie, who can read it, and what is said when it is no store.
class StoreFilesTest {
  @TempDir Path directory;

  private static Store open(Path where) {
    return Store.open(where, Clock.systemUTC());
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "a b", "[x]", "été", "quo\"te", "co,mma", "''"})
  @DisabledOnOs(OS.WINDOWS)
  void opensWhereverItLies(String name) throws IOException {
    try (Store store = open(directory.resolve(name))) {
      store.projects().put(new Projects.StoredProject("p", "P", false));
      TableId.DatasetId dataset = new TableId.DatasetId("p", "d");
      var _ = store.datasets().insert(dataset, "US", JsonNodeFactory.instance.objectNode());
      TableId table = dataset.table("t");
      List<ColumnDef> columns = List.of(ColumnDef.of("a", ColumnType.INTEGER));
      Path file = store.loads().file();
      Files.writeString(file, "{\"a\": 1}\n");
      // Files are read from the folder for uploads only, so its name has to be right in a setting.
      var _ =
          store
              .loads()
              .load(
                  file,
                  LoadFormat.of(LoadFormat.FileFormat.JSON_LINES),
                  Optional.of(columns),
                  WriteTarget.fresh(table),
                  new CancelHandle());
      assertThat(store.tables().rows(store.tables().need(table))).isOne();
    }
  }

  /// A full disk is told as one, and leaves no half a file that would be damaged ever after.
  @Test
  void aDiskWithoutRoomIsSaid() throws IOException {
    Path where = Files.createDirectory(directory.resolve("small"));
    Optional<SmallDisk> disk = SmallDisk.mount(where, 2_000);
    assumeTrue(disk.isPresent(), "no file system can be mounted here");
    try (SmallDisk _ = disk.get()) {
      assertThatThrownBy(() -> open(where))
          .isInstanceOfSatisfying(
              StoreFailure.class, e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.UNUSABLE))
          .hasMessageContaining("is full");
      assertThat(where.resolve("sandbox.duckdb")).doesNotExist();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isTheOwnersAlone() throws IOException {
    Path where = directory.resolve("private");
    Files.createDirectories(where);
    Files.setPosixFilePermissions(where, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Store store = open(where)) {
      assertThat(store.projects().list()).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(where)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(where.resolve("sandbox.duckdb"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void saysOfADamagedFileThatItIsDamaged() throws IOException {
    Files.writeString(
        directory.resolve("sandbox.duckdb"), "no database, but a lock and a block. ".repeat(1000));
    assertThatThrownBy(() -> open(directory))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("cannot be read: the file is damaged")
        .hasMessageNotContaining("another process");
  }

  @Test
  void letsNoStatementChangeSettings() {
    Database database = Database.open(directory);
    try (database) {
      database.lockSettings();
      assertThatThrownBy(() ->
              database.read(c -> {
                Database.execute(c, "SET GLOBAL memory_limit = '100GB'");
                return true;
              }))
          .isInstanceOf(StoreFailure.class);
    }
  }
}
