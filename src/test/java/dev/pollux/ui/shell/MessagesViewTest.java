package dev.pollux.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.FailureText;
import java.time.InstantSource;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The newest message is read from its first line on.
class MessagesViewTest extends ApplicationTest {
  private final MessageLog log = new MessageLog(InstantSource.system());
  private ShellController shell;
  private Stage stage;

  @Override
  public void start(Stage shared) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    shell =
        new ShellController(
            new ShellNavigation(),
            new Words(Locale.ENGLISH),
            InstantSource.system(),
            log,
            FXCollections.observableArrayList(),
            new Label("chip"),
            new Unchanged(),
            NoSettings::new,
            new ShellController.About("Pollux 1.2.3", "/data"));
    stage = new Stage();
    stage.setScene(new Scene(shell.root(), 1000, 700));
    AppTheme.dress(stage.getScene(), "shell");
    stage.show();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void say(int number) {
    interact(() ->
        log.add(
            new FailureText(
                "The connection could not be made, number " + number + ".",
                "Nobody is signed in to Google on this computer. ".repeat(4),
                "Run “gcloud auth application-default login” in a terminal.",
                "Your default credentials were not found. ".repeat(number % 3 * 4),
                true)));
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      interact(() -> stage.getScene().getRoot().layout());
    }
  }

  /// Where the first entry begins in the list.
  private double top() {
    return lookup("#messages-list").query().lookupAll(".list-cell").stream()
        .map(node -> (IndexedCell<?>) node)
        .filter(cell -> cell.getIndex() == 0 && cell.isVisible() && !cell.isEmpty())
        .mapToDouble(IndexedCell::getLayoutY)
        .findFirst()
        .orElse(Double.NaN);
  }

  /// From the edge of an entry to its first word.
  @Test
  void anEntryKeepsOffItsEdges() {
    say(1);
    interact(() -> shell.onMessages(true));
    settle();
    VBox entry =
        (VBox)
            lookup("#messages-list")
                .query()
                .lookup(".list-cell:filled")
                .lookup(".caption")
                .getParent();
    assertThat(entry.getChildren().getFirst().getLayoutY()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void theNewestIsWhole() {
    interact(() -> shell.onMessages(true));
    settle();
    interact(() -> shell.onMessages(false));
    say(1);
    interact(() -> stage.setWidth(1280));
    settle();
    say(2);
    interact(() -> stage.setWidth(1000));
    settle();
    interact(() -> shell.onMessages(true));
    settle();
    assertThat(top()).as("opened").isZero();
    interact(() -> stage.setWidth(1280));
    settle();
    assertThat(top()).as("in a wider window").isZero();
    push(KeyCode.DOWN);
    push(KeyCode.UP);
    settle();
    assertThat(top()).as("gone down and up").isBetween(-1.0, 0.0);
    push(KeyCode.ESCAPE);
    interact(() -> stage.setWidth(1000));
    interact(() -> shell.onMessages(true));
    settle();
    assertThat(top()).as("opened in a narrower window").isZero();
    for (int i = 3; i < 8; i++) {
      say(i);
      settle();
      assertThat(top()).as("with another, " + i).isZero();
    }
    interact(() -> shell.onMessages(false));
    say(9);
    interact(() -> shell.onMessages(true));
    settle();
    assertThat(top()).as("opened again").isZero();
  }

  private static final class Unchanged implements ShellController.Preferences {
    @Override
    public String theme() {
      return "light";
    }

    @Override
    public void setTheme(String theme) {}

    @Override
    public String language() {
      return "en";
    }

    @Override
    public void setLanguage(String language) {}
  }

  @Test
  void noMessageHasMoreRoomThanItNeeds() {
    interact(() ->
        log.add(
            new FailureText(
                "The sandbox stopped unexpectedly and starts again.",
                "Its data and jobs are kept. Jobs go on as soon as it is back.",
                "What it is asked meanwhile may fail. Try again in a moment.",
                "Exit code 143",
                true)));
    interact(
        () -> log.add(new FailureText("The sandbox is back.", "Its jobs go on.", "", "", true)));
    interact(() -> shell.onMessages(true));
    settle();
    lookup("#messages-list").query().lookupAll(".list-cell").stream()
        .map(node -> (IndexedCell<?>) node)
        .filter(cell -> cell.isVisible() && !cell.isEmpty())
        .forEach(cell -> {
          double lines =
              cell.lookupAll(".label").stream()
                  .mapToDouble(label -> label.getLayoutBounds().getHeight())
                  .sum();
          assertThat(cell.getHeight()).isBetween(lines, lines + 34);
        });
  }
}
