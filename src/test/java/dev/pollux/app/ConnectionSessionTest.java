package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.child.SandboxNotStarted;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.testing.KeptInMemory;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.ConnectionController;
import dev.pollux.ui.kit.FailureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

/// What is connected, what is shown and what the chip says, in any order of answers.
class ConnectionSessionTest extends ApplicationTest {
  private static final Connection SANDBOX = new Connection.Sandbox("box", Location.US_CENTRAL1);
  private static final Connection ONE = new Connection.Google("project-one", Location.GLOBAL);
  private static final Connection TWO = new Connection.Google("project-two", Location.GLOBAL);
  private static final String CONNECTING = "Connecting";
  private final ManualBackground background = new ManualBackground();
  private final List<String> story = new ArrayList<>();
  private Optional<Runnable> again = Optional.empty();
  private boolean signedIn = true;
  private boolean mayLeave = true;
  private Runnable asked = () -> {};
  private boolean there = true;
  private boolean sandboxStarts = true;
  private ConnectionController chip;
  private ConnectionSession session;

  @Override
  public void start(Stage stage) {
    Words words = new Words(Locale.ENGLISH);
    chip =
        new ConnectionController(
            SANDBOX, SANDBOX, new KeptInMemory(), words, to -> session.goTo(to));
    session = new ConnectionSession(background, words, this::open, chip, new FakeWindow());
    stage.setScene(new Scene(new StackPane(chip.root())));
    stage.show();
  }

  private void open(GoogleCloud cloud) throws CloudException, SandboxNotStarted {
    if (!sandboxStarts && cloud.connection().simulated()) {
      throw new SandboxNotStarted(SandboxNotStarted.Reason.IN_USE, "process 7", null);
    }
    if (!signedIn && !cloud.connection().simulated()) {
      throw new CloudException.NotSignedIn("no credentials", "", null);
    }
    if (!there) {
      throw new CloudException.NotFound("Not found: Project project-one", "notFound", null);
    }
  }

  /// Screens that ask something at once, which shows whether an answer still reaches them.
  private final class FakeWindow implements ConnectionSession.Window {
    private TaskRunner scope = background.runner().scope();

    @Override
    public void show(GoogleCloud cloud) {
      String project = cloud.connection().project();
      story.add("show " + project);
      scope = background.runner().scope();
      scope.task(_ -> project).onSuccess(name -> story.add("answer of " + name)).start();
    }

    @Override
    public boolean mayLeave() {
      story.add("may leave?");
      asked.run();
      return mayLeave;
    }

    @Override
    public void leave() {
      story.add("leave");
      scope.close();
    }

    @Override
    public void connected(Connection connection) {
      story.add("connected " + connection.project());
    }

    @Override
    public void refused(FailureText why, Runnable retry) {
      story.add("refused: " + why.why());
      again = Optional.of(retry);
    }

    @Override
    public void stayed(FailureText why) {
      story.add("stayed: " + why.why());
    }

    @Override
    public void signedOut(CloudException.NotSignedIn why) {
      story.add("signed out: " + why.getMessage());
    }
  }

  private void connect(Connection connection) {
    interact(() -> session.connect(connection));
  }

  /// As a person does who chooses it.
  private void goTo(Connection connection) {
    interact(() -> session.goTo(connection));
  }

  private void settle() {
    interact(background::settle);
  }

  private String chipText() {
    return lookup("#connection-chip").queryAs(Button.class).getText();
  }

  private List<String> told() {
    List<String> told = List.copyOf(story);
    story.clear();
    return told;
  }

  @Test
  void theScreensStandBeforeTheConnection() {
    connect(ONE);
    assertThat(told()).containsExactly("show project-one");
    assertThat(chipText()).startsWith("project-one");
    assertThat(background.running()).containsExactly(CONNECTING);
    settle();
    assertThat(told()).containsExactly("answer of project-one", "connected project-one");
  }

  @Test
  void aSlowFirstConnectionCannotTakeThePlaceOfTheNext() {
    connect(ONE);
    interact(background::workAll); // its answer is on its way
    connect(SANDBOX);
    settle();
    assertThat(told())
        .containsExactly("show project-one", "leave", "show box", "answer of box", "connected box");
    assertThat(chipText()).startsWith("Sandbox");
    assertThat(background.running()).isEmpty();
  }

  @Test
  void aSlowFirstConnectionThatFailsDoesNotTakeTheNextAway() {
    signedIn = false;
    connect(ONE);
    interact(background::workAll);
    connect(SANDBOX);
    settle();
    assertThat(told()).last().isEqualTo("connected box");
    assertThat(chipText()).startsWith("Sandbox");
  }

  @Test
  void whereOneStandsItGoesOnUntilTheNextOneDoes() {
    connect(SANDBOX);
    settle();
    told();
    connect(ONE);
    assertThat(told()).isEmpty();
    assertThat(chipText()).startsWith("Sandbox");
    settle();
    assertThat(told())
        .containsExactly(
            "leave", "show project-one", "connected project-one", "answer of project-one");
    assertThat(chipText()).startsWith("project-one");
  }

  @Test
  void whoWouldRatherWaitForWhatIsMadeStays() {
    connect(SANDBOX);
    settle();
    told();
    mayLeave = false;
    goTo(ONE);
    assertThat(told()).as("nothing answers so far").isEmpty();
    settle();
    assertThat(told()).containsExactly("may leave?");
    assertThat(chipText()).startsWith("Sandbox").doesNotContain("connecting");
    mayLeave = true;
    goTo(ONE);
    settle();
    assertThat(told())
        .containsExactly(
            "may leave?",
            "leave",
            "show project-one",
            "connected project-one",
            "answer of project-one");
  }

  /// Whatever the person answers.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherAttemptWhileOneIsAskedAboutCounts(boolean leaves) {
    connect(SANDBOX);
    settle();
    told();
    mayLeave = leaves;
    asked = () -> session.connect(TWO);
    goTo(ONE);
    settle();
    assertThat(told()).doesNotContain("show project-one").last().isEqualTo("answer of project-two");
    assertThat(chipText()).startsWith("project-two");
  }

  /// Where nothing answers any more, nothing can be made.
  @Test
  void aConnectionThatIsMendedAsksNobody() {
    connect(SANDBOX);
    settle();
    told();
    mayLeave = false;
    connect(SANDBOX);
    settle();
    assertThat(told()).doesNotContain("may leave?").contains("connected box");
  }

  @Test
  void oneThatFailsLeavesTheOtherAlone() {
    connect(SANDBOX);
    settle();
    told();
    signedIn = false;
    connect(ONE);
    settle();
    assertThat(told()).singleElement().asString().startsWith("stayed: You are not signed in");
    assertThat(chipText()).startsWith("Sandbox");
  }

  @Test
  void ofTwoAttemptsOnlyTheLastCounts() {
    connect(SANDBOX);
    settle();
    told();
    connect(ONE);
    interact(background::workAll);
    connect(TWO);
    settle();
    assertThat(told()).doesNotContain("show project-one").last().isEqualTo("answer of project-two");
    assertThat(chipText()).startsWith("project-two");
  }

  @Test
  void aFirstOneThatFailsIsSaidAndCanBeTriedAgain() {
    there = false;
    connect(ONE);
    settle();
    assertThat(told()).last().asString().startsWith("refused: The service does not know it");
    assertThat(chipText()).isEqualTo("Not connected");
    there = true;
    interact(() -> again.orElseThrow().run());
    settle();
    assertThat(told()).contains("connected project-one");
    assertThat(chipText()).startsWith("project-one");
  }

  @Test
  void whoIsNotSignedInKeepsTheScreensAndGoesOnByThemselves() {
    signedIn = false;
    connect(ONE);
    settle();
    assertThat(told())
        .containsExactly("show project-one", "answer of project-one", "signed out: no credentials");
    assertThat(chipText()).as("nothing answered").isEqualTo("project-one · global · connecting…");
    signedIn = true;
    interact(session::signedIn);
    settle();
    assertThat(told()).containsExactly("connected project-one");
    assertThat(chipText()).isEqualTo("project-one · global");
    interact(session::signedIn);
    settle();
    assertThat(told()).as("it stands already").isEmpty();
  }

  @Test
  void aSandboxThatDoesNotStartIsSaidAndCanBeTriedAgain() {
    sandboxStarts = false;
    connect(SANDBOX);
    assertThat(background.running()).containsExactly("Starting the sandbox");
    settle();
    assertThat(told()).last().isEqualTo("refused: Another sandbox is using the same data.");
    sandboxStarts = true;
    interact(() -> again.orElseThrow().run());
    settle();
    assertThat(told()).contains("connected box");
  }

  @Test
  void oneThatIsStoppedIsSaidAndCanBeTriedAgain() {
    connect(ONE);
    interact(() -> background.stop(CONNECTING));
    settle();
    assertThat(told())
        .containsExactly("show project-one", "leave", "refused: It was stopped before it ended.");
    assertThat(chipText()).isEqualTo("Not connected");
    interact(() -> again.orElseThrow().run());
    settle();
    assertThat(told()).contains("connected project-one");
  }

  @Test
  void nothingComesAfterTheWindowWasClosed() {
    connect(ONE);
    interact(background::workAll);
    interact(session::close);
    settle();
    assertThat(told()).containsExactly("show project-one", "leave");
  }
}
