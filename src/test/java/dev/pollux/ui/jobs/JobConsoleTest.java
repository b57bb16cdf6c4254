package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.shell.ShellNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// A job of Google's is looked at in Google's console.
class JobConsoleTest extends ApplicationTest {
  private final List<String> opened = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    JobsController controller =
        JobsScreens.over(
            new Connection.Google("pollux-sandbox", Location.US_CENTRAL1),
            JobsScreens.someOfEachKind(),
            new FakeJournal(),
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            new ShellNavigation(),
            (_, _) -> {},
            page -> opened.add(page.toString()));
    stage.setScene(new Scene(controller.root(), 1204, 724));
    stage.show();
    controller.start();
  }

  @Test
  void theButtonOpensThePageOfTheSelectedJob() {
    interact(() -> lookup("#jobs-table").queryAs(TableView.class).getSelectionModel().select(2));
    clickOn("#jobs-more").clickOn("#jobs-console-item");
    assertThat(opened)
        .containsExactly(
            "https://console.cloud.google.com/ai/platform/locations/us-central1/batch-predictions/6"
                + "?project=pollux-sandbox");
  }
}
