package dev.pollux.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.SignIn;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.settings.KeptConnection;
import dev.pollux.testing.KeptInMemory;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.OnOffSwitch;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConnectionControllerTest {
  private static final Connection SANDBOX =
      new Connection.Sandbox("pollux-sandbox", Location.US_CENTRAL1);
  private static final Location LOCATION = Location.US_CENTRAL1;
  private final List<Connection> asked = new ArrayList<>();
  private final FakeControls controls = new FakeControls();
  private final KeptInMemory kept = new KeptInMemory();
  private ConnectionController connection;

  private static final class FakeControls implements SandboxControls {
    private Faults faults = Faults.NONE;
    private Set<SandboxCondition> conditions = Set.of();

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

    @Override
    public Set<SandboxCondition> conditions() {
      return conditions;
    }

    @Override
    public void setConditions(Set<SandboxCondition> next) {
      conditions = next;
    }
  }

  @Start
  void start(Stage stage) {
    connection =
        new ConnectionController(SANDBOX, SANDBOX, kept, new Words(Locale.ENGLISH), asked::add);
    connection.control(controls);
    StackPane root = new StackPane(connection.root());
    root.setAlignment(Pos.TOP_LEFT);
    stage.setScene(new Scene(root, 1000, 700));
    // The panel has to fit below the chip: the headless screen draws nothing beyond its edge.
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /// What makes jobs fail on purpose stays on after its panel is closed.
  @Test
  void chipSaysThatFaultsAreOn(FxRobot robot) {
    Button chip = robot.lookup("#connection-chip").queryAs(Button.class);
    robot.interact(() -> connection.onFaults(new SandboxControls.Faults(10, 30, 0, 0, 0)));
    assertThat(chip.getText()).isEqualTo("Sandbox · simulated, free · faults on");
    assertThat(chip.getAccessibleText()).contains("faults on");
    robot.interact(() -> connection.onFaults(SandboxControls.Faults.NONE));
    assertThat(chip.getText()).isEqualTo("Sandbox · simulated, free");
    robot.interact(() -> connection.onConditions(Set.of(SandboxCondition.SIGNED_OUT)));
    assertThat(chip.getText()).endsWith("faults on");
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
    robot.interact(() -> robot.lookup("#connection-new").queryAs(Button.class).fire());
    robot.interact(
        () -> robot.lookup("#connection-project").queryAs(TextField.class).setText("My Project"));
    robot.interact(() -> robot.lookup("#connection-google").queryAs(Button.class).fire());
    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#connection-project-problem").queryAs(Label.class).isVisible())
        .isTrue();
  }

  @Test
  void whatIsSaidOfAFieldMovesNothing(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(() -> robot.lookup("#connection-new").queryAs(Button.class).fire());
    Button connect = robot.lookup("#connection-google").queryAs(Button.class);
    robot.interact(() -> connect.getScene().getRoot().layout());
    double before = connect.localToScene(0, 0).getY();
    robot.interact(connect::fire);
    robot.interact(() -> connect.getScene().getRoot().layout());
    assertThat(robot.lookup("#connection-project-problem").queryAs(Label.class).isVisible())
        .isTrue();
    assertThat(connect.localToScene(0, 0).getY()).isEqualTo(before);
  }

  @Test
  void whatThereIsNoRoomForIsScrolled(FxRobot robot) {
    robot.interact(() -> {
      connection.testing(
          new ManualBackground(),
          _ -> {
            throw new AssertionError();
          },
          new Projects());
      connection.onTestSandbox();
    });
    robot.clickOn("#connection-chip");
    TitledPane faults = robot.lookup("#connection-faults").queryAs(TitledPane.class);
    robot.interact(() -> faults.setExpanded(true));
    WaitForAsyncUtils.waitForFxEvents();
    Window panel = faults.getScene().getWindow();
    Window window = robot.lookup("#connection-chip").query().getScene().getWindow();
    robot.interact(panel::sizeToScene);
    assertThat(panel.getY() + panel.getHeight()).isLessThan(window.getY() + window.getHeight() + 1);
  }

  @Test
  void whyItFailedStandsInThePanel(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(() -> robot.lookup("#connection-new").queryAs(Button.class).fire());
    robot.interact(() -> connection.failed("You are not signed in."));
    assertThat(robot.lookup("#connection-failure").queryAs(Label.class).getText())
        .isEqualTo("You are not signed in.");
  }

  @Test
  void whatIsWrongWithTheProjectReachesTheSandboxAtOnce(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(
        () -> robot.lookup("#connection-faults").queryAs(TitledPane.class).setExpanded(true));
    for (SandboxCondition condition :
        List.of(SandboxCondition.BILLING_OFF, SandboxCondition.COPIES_FAIL)) {
      robot.interact(() ->
          robot
              .lookup("#connection-condition-" + condition.id())
              .queryAs(OnOffSwitch.class)
              .setSelected(true));
    }
    assertThat(controls.conditions())
        .containsExactlyInAnyOrder(SandboxCondition.BILLING_OFF, SandboxCondition.COPIES_FAIL);
  }

  /// A key that a field has no use for went on to the chip below, which closed the panel.
  @Test
  void enterInAFieldOfTheFaultsLeavesThePanelOpen(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(
        () -> robot.lookup("#connection-faults").queryAs(TitledPane.class).setExpanded(true));
    Spinner<?> rows = robot.lookup("#connection-faults-rows").queryAs(Spinner.class);
    robot.doubleClickOn(rows.getEditor()).write("30").push(KeyCode.ENTER);
    assertThat(controls.faults().rowPercent()).isEqualTo(30);
    robot.push(KeyCode.ENTER);
    assertThat(robot.lookup("#connection-panel").tryQuery()).isPresent();
    assertThat(robot.lookup("#connection-panel").query().getScene().getWindow().isShowing())
        .isTrue();
  }

  @Test
  void faultsReachTheSandboxAtOnce(FxRobot robot) {
    robot.clickOn("#connection-chip");
    robot.interact(() ->
        robot
            .lookup("#connection-faults-lost")
            .query()
            .executeAccessibleAction(AccessibleAction.FIRE));
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
    robot.interact(() ->
        connection.onGoogle(
            ConnectionForm.NEW
                .with(ConnectionField.PROJECT, project)
                .with(ConnectionField.LOCATION, location)));
    assertThat(asked).hasSize(fit ? 1 : 0);
  }

  @Test
  void aTestOfWhatWasTypedStandsInThePanelWithACommandToCopy(FxRobot robot) {
    List<Connection> tested = new ArrayList<>();
    DoctorSubject subject =
        new DoctorSubject(
            "my-project-123",
            Location.GLOBAL,
            GeminiModel.of("gemini-x"),
            Location.GLOBAL,
            "Linux");
    ManualBackground background = new ManualBackground();
    robot.interact(() ->
        connection.testing(
            background,
            to -> {
              tested.add(to);
              return new Doctor(InstantSource.system(), _ -> {})
                  .refused(subject, new CloudException.NotSignedIn("gone", "", null));
            },
            new Projects()));
    robot.clickOn("#connection-chip");
    robot.interact(() -> {
      robot.lookup("#connection-new").queryAs(Button.class).fire();
      robot.lookup("#connection-project").queryAs(TextField.class).setText("my-project-123");
      robot.lookup("#connection-test").queryAs(Button.class).fire();
    });
    assertThat(robot.lookup("#connection-test-sum").queryAs(Label.class).getText())
        .isEqualTo("Testing the connection…");
    assertThat(robot.lookup("#connection-test").queryAs(Button.class).isDisabled()).isTrue();
    robot.interact(background::settle);
    assertThat(tested).containsExactly(new Connection.Google("my-project-123", LOCATION));
    assertThat(asked).as("the window stays where it is").isEmpty();
    assertThat(robot.lookup("#connection-test-sum").queryAs(Label.class).getText())
        .isEqualTo("0 fine, 1 to mend, 12 not tried.");
    robot.interact(() -> robot.lookup("#connection-copy-sign-in").queryAs(Button.class).fire());
    robot.interact(() ->
        assertThat(Clipboard.getSystemClipboard().getString())
            .isEqualTo("gcloud auth application-default login"));
    assertThat(robot.lookup("#connection-test").queryAs(Button.class).isDisabled()).isFalse();
  }

  private static final class Projects implements ProjectSource {
    @Override
    public List<String> proposed() {
      return List.of("named-here");
    }

    @Override
    public List<String> visible(Connection.Google as) {
      return List.of(as.project(), "acme-reviews", "acme-labels", "named-here");
    }
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(TextField.class).setText(text));
  }

  private static String typed(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(TextField.class).getText();
  }

  private static List<String> names(FxRobot robot) {
    return robot.lookup(".connection-name").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void connectionsAreKeptChangedUsedAndForgotten(FxRobot robot) {
    robot.clickOn("#connection-chip");
    press(robot, "connection-new");
    type(robot, "connection-name", "research");
    type(robot, "connection-project", "my-project-123");
    type(robot, "connection-location", "europe-west4");
    type(robot, "connection-dataset", "mine");
    type(robot, "connection-data-project", "acme-data");
    type(robot, "connection-quota-project", "acme-quota");
    press(robot, "connection-hue-teal");
    press(robot, "connection-keep");
    assertThat(asked).as("the window stays where it is").isEmpty();
    assertThat(names(robot)).containsExactly("Sandbox", "research");

    press(robot, "connection-new");
    assertThat(typed(robot, "connection-project")).isEmpty();
    type(robot, "connection-project", "other-project");
    press(robot, "connection-google");
    Connection.Google other = new Connection.Google("other-project", LOCATION);
    assertThat(asked).containsExactly(other);
    robot.interact(() -> {
      kept.used(other);
      connection.shows(Optional.of(other));
      connection.connected();
    });
    robot.clickOn("#connection-chip");
    assertThat(names(robot))
        .as("used last first")
        .containsExactly("Sandbox", "other-project", "research");

    press(robot, "connection-item-1");
    assertThat(typed(robot, "connection-project")).isEqualTo("my-project-123");
    assertThat(typed(robot, "connection-quota-project")).isEqualTo("acme-quota");
    type(robot, "connection-name", "other-project");
    press(robot, "connection-keep");
    assertThat(robot.lookup("#connection-name-problem").queryAs(Label.class).getText())
        .isEqualTo("Another connection has this name.");
    type(robot, "connection-name", "labs");
    press(robot, "connection-keep");
    assertThat(names(robot)).containsExactly("Sandbox", "other-project", "labs");
    KeptConnection labs = kept.all().getLast();
    assertThat(labs.hue()).isEqualTo(KeptConnection.Hue.TEAL);
    assertThat(labs.leadsTo().dataProject()).isEqualTo("acme-data");
    assertThat(labs.leadsTo().dataset()).contains(new DatasetRef("my-project-123", "mine"));

    robot.interact(() -> connection.forget("labs"));
    assertThat(names(robot)).containsExactly("Sandbox", "other-project");
  }

  @Test
  void projectsAreProposedAndSearched(FxRobot robot) {
    ManualBackground background = new ManualBackground();
    robot.interact(() -> connection.testing(background, _ -> null, new Projects()));
    robot.clickOn("#connection-chip");
    press(robot, "connection-new");
    press(robot, "connection-projects-open");
    ListView<?> list = robot.lookup("#connection-projects").queryAs(ListView.class);
    robot.interact(() -> {
      background.workAll();
      background.deliver();
    });
    assertThat(list.getItems())
        .as("what is at hand comes first")
        .asString()
        .isEqualTo("[named-here]");
    robot.interact(background::settle);
    assertThat(list.getItems()).asString().isEqualTo("[named-here, acme-reviews, acme-labels]");
    type(robot, "connection-project", "LAB");
    assertThat(list.getItems()).asString().isEqualTo("[acme-labels]");
  }

  @Test
  void aReportIsSavedWithoutSecrets(@TempDir Path folder, FxRobot robot) throws Exception {
    ManualBackground background = new ManualBackground();
    SignIn by = new SignIn(SignIn.Kind.USER, "ana@acme.example", "/adc.json");
    robot.interact(() -> {
      connection.testing(
          background,
          _ ->
              new Doctor(InstantSource.system(), _ -> {})
                  .refused(
                      new DoctorSubject(
                          "my-project-123",
                          Location.GLOBAL,
                          GeminiModel.of("gemini-x"),
                          Location.GLOBAL,
                          "Linux"),
                      new CloudException.NotSignedIn(
                          "400 Bad Request refresh_token=1//canary", "", null, by)),
          new Projects());
      connection.onTestSandbox();
      background.settle();
      connection.onSaveReport(folder.resolve("report.txt"));
      background.settle();
    });
    assertThat(folder.resolve("report.txt"))
        .content()
        .contains("my-project-123", "gcloud auth application-default login")
        .doesNotContain("canary");
    robot.interact(() -> {
      connection.onSaveReport(folder.resolve("no/such/report.txt"));
      background.settle();
    });
    press(robot, "connection-chip");
    assertThat(robot.lookup("#connection-failure").queryAs(Label.class).getText())
        .contains("could not be written");
  }

  @ParameterizedTest
  @CsvSource({
    "UNIVERSE,  apis-s3ns.fr,                                  true",
    "UNIVERSE,  https://apis-s3ns.fr,                          false",
    "ENDPOINTS, bigquery=https://10.0.0.1,                     true",
    "ENDPOINTS, bigquery=https://10.0.0.1:8443 aiplatform=https://psc.corp, true",
    "ENDPOINTS, https://10.0.0.1,                              false",
    "ENDPOINTS, bigquery=https://me:secret@10.0.0.1,           false",
    "PROXY,     proxy.corp:3128,                               true",
    "PROXY,     http://me:secret@proxy.corp:3128,              false",
    "PROXY,     proxy.corp,                                    false",
    "DATASET,   mine,                                          true",
    "DATASET,   p.mine,                                        false",
    "QUOTA_PROJECT, Not A Project,                             false",
  })
  void whatIsTypedIsCheckedAndNoPasswordIsKept(ConnectionField field, String text, boolean fits) {
    FormCheck check =
        FormCheck.of(
            ConnectionForm.NEW.with(ConnectionField.PROJECT, "my-project-123").with(field, text),
            Set.of());
    assertThat(check.connection().isPresent()).isEqualTo(fits);
    assertThat(check.problems().containsKey(field)).isNotEqualTo(fits);
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      check
          .problems()
          .values()
          .forEach(key -> assertThat(new Words(language).get(key)).isNotEmpty());
    }
  }
}
