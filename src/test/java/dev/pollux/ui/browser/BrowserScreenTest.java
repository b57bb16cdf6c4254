package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.Value;
import dev.pollux.testing.FakeCloud;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Navigation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class BrowserScreenTest extends ApplicationTest {
  private static final TableRef PASSAGES = new TableRef(FakeCloud.PROJECT, "samples", "passages");
  private final FakeCloud cloud = new FakeCloud();
  private final Shelved shelf = new Shelved();
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private BrowserController browser;

  @Override
  public void start(Stage stage) {
    cloud
        .catalog
        .dataset("samples", Location.US_CENTRAL1)
        .table("samples", "passages", 1_000, Field.of("text", FieldType.STRING))
        .table("samples", "reviews", 0, Field.of("text", FieldType.STRING));
    cloud.rows.tables.put(
        PASSAGES,
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(i -> new Row(List.of(new Value.Scalar("passage number " + i))))
            .toList());
    AppTheme.loadFonts();
    AppTheme.theme(false);
    browser =
        new BrowserController(
            cloud.catalog,
            cloud.rows,
            background,
            new Words(Locale.ENGLISH),
            (Navigation)
                Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Navigation.class},
                    (_, _, _) -> null),
            shelf);
    Scene scene = new Scene(browser.root(), 990, 700);
    AppTheme.dress(scene, "browser");
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void filtersTheTreeShowsRowsAndJumps() throws Exception {
    awaitShown("samples");
    clickOn("#browser-filter").write("passag");
    awaitShown("passages");
    assertThat(lookup("reviews").tryQuery()).isEmpty();
    clickOn("passages");
    awaitShown("passage number 1");
    clickOn("#browser-goto").write("500").push(KeyCode.ENTER);
    awaitShown("passage number 500");
    assertThat(shelf.recent).containsExactly(PASSAGES);
  }

  @Test
  void aPinnedTableStandsOnTopUntilThePinIsTakenOut() throws Exception {
    interact(() -> browser.open(PASSAGES));
    awaitShown("passage number 1");
    clickOn("#browser-pin");
    awaitShown("Pinned");
    awaitShown("samples.passages");
    assertThat(shelf.pinned).containsExactly(PASSAGES);
    clickOn("#browser-pin");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("Pinned").tryQuery()).isEmpty();
  }

  private void awaitShown(String text) throws Exception {
    WaitForAsyncUtils.waitFor(
        5,
        TimeUnit.SECONDS,
        () ->
            lookup(text).queryAll().stream()
                .anyMatch(n -> n instanceof Labeled || n instanceof javafx.scene.text.Text));
  }

  private static final class Shelved implements PinnedTables {
    private final List<TableRef> pinned = new ArrayList<>();
    private final List<TableRef> recent = new ArrayList<>();

    @Override
    public List<TableRef> pinned() {
      return List.copyOf(pinned);
    }

    @Override
    public List<TableRef> recent() {
      return List.copyOf(recent);
    }

    @Override
    public void opened(TableRef table) {
      recent.add(table);
    }

    @Override
    public void pin(TableRef table, boolean on) {
      if (on) {
        pinned.add(table);
      } else {
        pinned.remove(table);
      }
    }
  }
}
