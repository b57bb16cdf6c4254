package dev.pollux.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConnectionControllerTest {
  private static final Connection SANDBOX =
      new Connection.Sandbox("pollux-sandbox", Location.US_CENTRAL1);
  private final List<Connection> asked = new ArrayList<>();
  private final FakeControls controls = new FakeControls();
  private ConnectionController connection;

  private static final class FakeControls implements SandboxControls {
    private Faults faults = Faults.NONE;

    @Override
    public String restUrl() {
      return "http://127.0.0.1:8085";
    }

    @Override
    public Faults faults() {
      return faults;
    }

    @Override
    public void setFaults(Faults next) {
      faults = next;
    }
  }

  @Start
  void start(Stage stage) {
    connection = new ConnectionController(SANDBOX, SANDBOX, new Words(Locale.ENGLISH), asked::add);
    connection.control(controls);
    stage.setScene(new Scene(new StackPane(connection.root()), 600, 400));
    stage.show();
  }

  @Test
  void chipSaysThatTheSandboxIsSimulated(FxRobot robot) {
    Button chip = robot.lookup("#connection-chip").queryAs(Button.class);
    assertThat(chip.getText()).contains("simulated", "free");
    robot.interact(() ->
        connection.shows(Optional.of(new Connection.Google("my-project", new Location("global")))));
    assertThat(chip.getText()).isEqualTo("my-project · global");
    assertThat(chip.getStyleClass()).doesNotContain("simulated");
    robot.interact(() -> connection.shows(Optional.empty()));
    assertThat(chip.getText()).isEqualTo("Not connected");
  }

  @Test
  void whatIsBeingConnectedIsSaidAndAnotherCanBeChosenMeanwhile(FxRobot robot) {
    robot.clickOn("#connection-chip");
    Label under = robot.lookup("#connection-under-way").queryAs(Label.class);
    assertThat(under.isVisible()).isFalse();
    robot.interact(
        () -> connection.connecting(new Connection.Google("my-project", new Location("global"))));
    assertThat(under.getText()).isEqualTo("Connecting to my-project · global…");
    assertThat(robot.lookup("#connection-google").queryAs(Button.class).isDisabled()).isFalse();
    robot.interact(connection::connected);
    assertThat(under.isVisible()).isFalse();
  }

  @Test
  void aWrongProjectIsRefusedBesideItsField(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(
        () -> robot.lookup("#connection-project").queryAs(TextField.class).setText("My Project"));
    robot.interact(() -> robot.lookup("#connection-google").queryAs(Button.class).fire());
    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#connection-project-problem").queryAs(Label.class).isVisible())
        .isTrue();
  }

  @Test
  void whyItFailedStandsInThePanel(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(() -> connection.failed("You are not signed in."));
    assertThat(robot.lookup("#connection-failure").queryAs(Label.class).getText())
        .isEqualTo("You are not signed in.");
  }

  @Test
  void faultsReachTheSandboxAtOnce(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(() -> robot.lookup("#connection-faults-lost").queryAs(CheckBox.class).fire());
    assertThat(controls.faults().lostReplies()).isEqualTo(1);
    assertThat(robot.lookup("#connection-url").queryAs(TextField.class).getText())
        .isEqualTo("http://127.0.0.1:8085");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          my-project-123,  us-central1,  true
          ' my-project ',  EUROPE-WEST4, true
          example.com:old-one, global,   true
          '',              us-central1,  false
          short,           us-central1,  false
          Upper-Case,      us-central1,  false
          my-project,      US,           false
          my-project,      eu,           false
          my-project,      not a region, false
          my-project,      '',           false
          """)
  void googleNeedsAProjectAndARegion(String project, String location, boolean fit, FxRobot robot) {
    robot.interact(() -> connection.onGoogle(project, location));
    assertThat(asked).hasSize(fit ? 1 : 0);
  }
}
