package dev.pollux.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.RunningTask;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.LazyScreen;
import dev.pollux.ui.kit.Screen;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class ShellKeysTest extends ApplicationTest {
  private final List<String> heard = new ArrayList<>();
  private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  private final SimpleIntegerProperty running = new SimpleIntegerProperty(0);

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    ShellNavigation navigation = new ShellNavigation();
    ShellController shell =
        new ShellController(
            navigation,
            new Words(Locale.ENGLISH),
            InstantSource.system(),
            new MessageLog(InstantSource.system()),
            tasks,
            new Label("chip"),
            new Themes(),
            NoSettings::new,
            new ShellController.About("Pollux 1.2.3", "/data"));
    stage.setScene(new Scene(shell.root(), 900, 700));
    AppTheme.dress(stage.getScene(), "shell");
    stage.show();
    shell.show(
        new Features(
            lazy("tables"),
            lazy("wizard"),
            lazy("jobs"),
            lazy("results"),
            _ -> {},
            _ -> {},
            _ -> {},
            _ -> {},
            _ -> {},
            _ -> {},
            running,
            new SimpleObjectProperty<>(Optional.empty()),
            () ->
                List.of(
                    place(KnownPlace.Kind.TABLE, "sotu_passages", "p.samples"),
                    place(KnownPlace.Kind.JOB, "sotu_answers", "Nov 3, 10:00")),
            () -> heard.add("import"),
            _ -> heard.add("refresh")));
  }

  @Test
  void everyScreenAndActionHasItsKey() {
    push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    push(KeyCode.SHORTCUT, KeyCode.F);
    push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    push(KeyCode.SHORTCUT, KeyCode.N);
    push(KeyCode.F5);
    push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    assertThat(heard)
        .containsExactly(
            "show tables",
            "show jobs",
            "find jobs",
            "show results",
            "show wizard",
            "refresh",
            "show tables");
  }

  @Test
  void theStepsOfAJobHaveKeysThatMeanNothingElsewhere() {
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    push(KeyCode.SHORTCUT, KeyCode.N);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);
    push(KeyCode.SHORTCUT, KeyCode.K);
    write("next step").push(KeyCode.ENTER);
    push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    push(KeyCode.SHORTCUT, KeyCode.K);
    write("next step").push(KeyCode.ENTER);
    assertThat(heard)
        .containsExactly(
            "show tables",
            "show wizard",
            "next wizard",
            "back wizard",
            "next wizard",
            "show tables");
  }

  /// A job that is being sent is under way in the eyes of who sent it.
  @Test
  void noJobIsSaidToBeUnderWayWhileAnythingIs() {
    Label said = (Label) lookup("#shell-running").query();
    assertThat(said.isVisible()).isTrue();
    assertThat(said.getText()).isEqualTo("no job under way");
    interact(() -> tasks.add(new Sending()));
    assertThat(said.isVisible()).isFalse();
    interact(() -> running.set(1));
    assertThat(said.isVisible()).isTrue();
    assertThat(said.getText()).isEqualTo("1 job under way");
  }

  private static final class Sending implements RunningTask {
    @Override
    public String name() {
      return "Submitting the job";
    }

    @Override
    public ReadOnlyDoubleProperty progress() {
      return new SimpleDoubleProperty(-1);
    }

    @Override
    public boolean isWorthWaiting() {
      return false;
    }

    @Override
    public void stop() {}
  }

  @Test
  void escapeClosesWhatIsOnTop() {
    push(KeyCode.F1);
    assertThat(lookup("#help").query().isVisible()).isTrue();
    assertThat(((Label) lookup("#help-version").query()).getText()).isEqualTo("Pollux 1.2.3");
    push(KeyCode.SHORTCUT, KeyCode.K);
    assertThat(lookup("#palette").query().isVisible()).isTrue();
    push(KeyCode.ESCAPE);
    assertThat(lookup("#palette").query().isVisible()).isFalse();
    assertThat(lookup("#help").query().isVisible()).isTrue();
    push(KeyCode.ESCAPE);
    assertThat(lookup("#help").query().isVisible()).isFalse();
  }

  @Test
  void helpIsOfTheScreenInFrontAndKnowsBothNamesOfTheService() {
    push(KeyCode.F1);
    assertThat(helpTexts()).anyMatch(text -> text.contains("datasets and tables"));
    clickOn("#help-page-glossary");
    assertThat(helpTexts()).contains("Vertex AI, Gemini Enterprise Agent Platform");
    clickOn("#help-page-news");
    assertThat(helpTexts()).anyMatch(text -> text.contains("first version"));
  }

  private List<String> helpTexts() {
    return from(lookup("#help")).lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void keysAreCalledAsTheKeyboardCallsThem() {
    push(KeyCode.F1);
    clickOn("#help-page-keys");
    assertThat(helpTexts())
        .contains("Ctrl+,", "Ctrl+Enter")
        .noneMatch(text -> text.contains("Comma"));
  }

  @Test
  void aFileIsImportedFromThePalette() {
    push(KeyCode.SHORTCUT, KeyCode.K);
    write("csv").push(KeyCode.ENTER);
    assertThat(heard).containsExactly("show tables", "import");
  }

  @Test
  void thePaletteDoesWhatOneTypes() {
    push(KeyCode.SHORTCUT, KeyCode.K);
    write("show results");
    push(KeyCode.ENTER);
    assertThat(heard).endsWith("show results");
  }

  private KnownPlace place(KnownPlace.Kind kind, String name, String where) {
    return new KnownPlace(kind, name, where, () -> heard.add("go to " + name));
  }

  @Test
  void thePaletteFindsTablesAndJobsByPartsOfTheirNames() {
    push(KeyCode.SHORTCUT, KeyCode.K);
    assertThat(lookup("sotu_passages").tryQuery()).as("before one types").isEmpty();
    write("sotu");
    interact(() -> Snapshot.take(lookup("#palette").query().getScene(), "palette"));
    write(" samples");
    assertThat(lookup("sotu_answers").tryQuery()).isEmpty();
    push(KeyCode.ENTER);
    assertThat(heard).contains("go to sotu_passages");
    assertThat(lookup("#palette").query().isVisible()).isFalse();
    push(KeyCode.SHORTCUT, KeyCode.K);
    write("answ");
    push(KeyCode.ENTER);
    assertThat(heard).contains("go to sotu_answers");
  }

  /// Else the screen would change behind it.
  @Test
  void aKeyOfAnotherScreenClosesThePalette() {
    push(KeyCode.SHORTCUT, KeyCode.K);
    push(KeyCode.SHORTCUT, KeyCode.N);
    assertThat(lookup("#palette").query().isVisible()).isFalse();
    assertThat(heard).endsWith("show wizard");
  }

  /// It speaks of the screen that is left.
  @Test
  void aKeyOfAnotherScreenClosesTheHelp() {
    push(KeyCode.F1);
    push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    assertThat(lookup("#help").query().isVisible()).isFalse();
    assertThat(lookup("#in-jobs").query().isFocused()).isTrue();
  }

  @Test
  void whoGoesByKeyIsInTheScreen() {
    push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    assertThat(lookup("#in-jobs").query().isFocused()).isTrue();
    push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    assertThat(lookup("#in-results").query().isFocused()).isTrue();
  }

  /// As the window has them.
  private Screen lazy(String name) {
    return new LazyScreen(new Lazy<>(() -> screen(name)));
  }

  private Screen screen(String name) {
    Button inside = new Button(name);
    inside.setId("in-" + name);
    Parent root = new StackPane(inside);
    return new Screen() {
      @Override
      public Parent root() {
        return root;
      }

      @Override
      public void activate() {
        heard.add("show " + name);
      }

      @Override
      public void focus() {
        inside.requestFocus();
      }

      @Override
      public void find() {
        heard.add("find " + name);
      }

      @Override
      public void next() {
        heard.add("next " + name);
      }

      @Override
      public void back() {
        heard.add("back " + name);
      }
    };
  }

  private static final class Themes implements ShellController.Preferences {
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
}
