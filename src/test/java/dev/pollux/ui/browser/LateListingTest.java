package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.kit.AppTheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The tables of a dataset are listed while a person has turned to something else already.
class LateListingTest extends ApplicationTest {
  private static final TableRef PASSAGES = new TableRef(FakeCloud.PROJECT, "samples", "passages");
  private static final int PLENTY = 100;
  @TempDir private Path folder;
  private final Semaphore listing = new Semaphore(PLENTY);
  private final FakeCloud cloud = new FakeCloud();
  private final FakeTables shelf = new FakeTables();
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private Scene scene;
  private BrowserController browser;

  @Override
  public void start(Stage stage) {
    cloud
        .catalog
        .dataset("samples", Location.US_CENTRAL1)
        .table("samples", "passages", 1_000, Field.of("text", FieldType.STRING))
        .dataset("archive", Location.US_CENTRAL1)
        .table("archive", "reviews", 0, Field.of("text", FieldType.STRING));
    cloud.catalog.beforeTables = listing::acquireUninterruptibly;
    AppTheme.loadFonts();
    AppTheme.theme(false);
    browser = browser(Locale.ENGLISH);
    scene = new Scene(browser.root(), 990, 700);
    AppTheme.dress(scene, "browser");
    stage.setScene(scene);
    stage.show();
  }

  private BrowserController browser(Locale language) {
    return new BrowserController(
        cloud, background, new Words(language), new RecordedNavigation(), shelf);
  }

  @AfterEach
  void close() {
    listing.release(PLENTY);
    background.close();
  }

  @Test
  void anImportThatWasOpenedMeanwhileStaysOpen() throws Exception {
    openInOtherWords();
    Path file = Files.writeString(folder.resolve("letters.csv"), "id,letter\n1,a\n2,b\n");
    interact(() -> browser.importFile(file));
    await(() -> lookup("#import-table").tryQuery().isPresent());
    listing.release(PLENTY);
    await(() -> selected().filter(PASSAGES::equals).isPresent());
    assertThat(lookup("#import").query().isVisible()).isTrue();
    assertThat(shelf.recent).as("opened once").containsExactly(PASSAGES);
  }

  @Test
  void theLineThatWasSelectedMeanwhileStaysSelected() throws Exception {
    openInOtherWords();
    interact(() -> tree().getSelectionModel().select(line(tree().getRoot(), "archive")));
    listing.release(PLENTY);
    await(() -> line(tree().getRoot(), "passages") != null);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(tree().getSelectionModel().getSelectedItem())
        .isEqualTo(line(tree().getRoot(), "archive"));
    assertThat(shelf.recent).as("opened once").containsExactly(PASSAGES);
  }

  /// A search of all projects was answered, or a table pinned.
  @Test
  void otherShelvesLeaveTheSelectedLine() throws Exception {
    openInOtherWords();
    listing.release(PLENTY);
    await(() -> selected().filter(PASSAGES::equals).isPresent());
    interact(() -> browser.onPin(new TableRef(FakeCloud.PROJECT, "archive", "reviews"), true));
    await(() -> line(tree().getRoot(), "archive.reviews") != null);
    assertThat(selected()).contains(PASSAGES);
    assertThat(shelf.recent).as("opened once").containsExactly(PASSAGES);
  }

  /// A table is open; then the words are French, and the tree lists its datasets but no table.
  private void openInOtherWords() throws Exception {
    await(() -> line(tree().getRoot(), "samples") != null);
    interact(() -> line(tree().getRoot(), "samples").setExpanded(true));
    await(() -> line(tree().getRoot(), "passages") != null);
    interact(() -> tree().getSelectionModel().select(line(tree().getRoot(), "passages")));
    await(() -> shelf.recent.equals(List.of(PASSAGES)));
    listing.drainPermits();
    interact(() -> {
      BrowserController french = browser(Locale.FRENCH);
      french.goOnFrom(browser);
      browser = french;
      scene.setRoot(french.root());
    });
    await(() -> line(tree().getRoot(), "archive") != null);
  }

  @SuppressWarnings("unchecked")
  private TreeView<CatalogNode> tree() {
    return (TreeView<CatalogNode>) scene.getRoot().lookup("#browser-tree");
  }

  private Optional<TableRef> selected() {
    return Optional.ofNullable(tree().getSelectionModel().getSelectedItem())
        .flatMap(line -> line.getValue().table());
  }

  private static TreeItem<CatalogNode> line(TreeItem<CatalogNode> from, String label) {
    if (from.getValue().label().equals(label)) {
      return from;
    }
    return from.getChildren().stream()
        .map(child -> line(child, label))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
