package dev.pollux.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.settings.Appearance;
import dev.pollux.settings.Settings;
import dev.pollux.settings.Spending;
import dev.pollux.settings.WindowBounds;
import dev.pollux.settings.WindowLayout;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.OnOffSwitch;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class SettingsScreenTest extends ApplicationTest {
  private final Kept kept = new Kept();
  private SettingsController settings;

  private static final class Kept implements KeptSettings {
    private Settings now = Settings.DEFAULT.with(new Spending(10, OptionalDouble.of(40), 1));

    private boolean tells = true;
    private boolean mayChangeLanguage = true;

    @Override
    public Settings now() {
      return now;
    }

    @Override
    public void change(UnaryOperator<Settings> change) {
      Settings next = change.apply(now);
      if (mayChangeLanguage || next.appearance().language() == now.appearance().language()) {
        now = next;
      }
    }

    @Override
    public boolean tells() {
      return tells;
    }

    @Override
    public void tell(boolean on) {
      tells = on;
    }
  }

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    settings = new SettingsController(kept, "/data", new Words(Locale.FRANCE));
    stage.setScene(new Scene(settings.root(), 620, 760));
    AppTheme.dress(stage.getScene(), "settings");
    stage.show();
    settings.activate();
  }

  private void write(String id, String text) {
    clickOn("#" + id);
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.DELETE);
    write(text);
  }

  private void choose(String id, int steps) {
    interact(() -> lookup("#" + id).query().requestFocus());
    for (int i = 0; i < steps; i++) {
      push(KeyCode.DOWN);
    }
  }

  private boolean seen(String id) {
    Node node = lookup("#" + id).query();
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private String text(String id) {
    Node node = lookup("#" + id).query();
    return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
  }

  @Test
  void aLanguageThatIsRefusedIsNotShownAsTaken() {
    ComboBox<?> box = lookup("#settings-language").queryAs(ComboBox.class);
    Object before = box.getValue();
    kept.mayChangeLanguage = false;
    choose("settings-language", 1);
    assertThat(box.getValue()).isEqualTo(before);
    kept.mayChangeLanguage = true;
    choose("settings-language", 1);
    assertThat(box.getValue()).isNotEqualTo(before).isEqualTo(kept.now().appearance().language());
  }

  @Test
  void eachSettingIsTakenAsItIsChanged() {
    choose("settings-theme", 2);
    choose("settings-contrast", 2);
    choose("settings-motion", 1);
    choose("settings-zoom", 5);
    write("settings-ask-above", "2,5");
    write("settings-cap", "");
    write("settings-gigabytes", "0");

    assertThat(kept.now().appearance())
        .isEqualTo(
            new Appearance(
                Appearance.Theme.DARK,
                Appearance.Language.SYSTEM,
                OptionalInt.of(125),
                Appearance.Motion.STILL,
                Appearance.Contrast.HIGH));
    assertThat(kept.now().spending()).isEqualTo(new Spending(2.5, OptionalDouble.empty(), 0));
  }

  @Test
  void whatIsNoNumberIsSaidAndNotTaken() {
    Node theme = lookup("#settings-theme").query();
    double before = theme.localToScene(0, 0).getY();
    clickOn("#settings-cap").push(KeyCode.END).write("x");

    assertThat(text("settings-complaint")).contains("« 40x »".replace(' ', '\u00a0'));
    assertThat(kept.now().spending().cap()).hasValue(40);
    interact(() -> theme.getScene().getRoot().layout());
    assertThat(theme.localToScene(0, 0).getY()).as("nothing moves").isEqualTo(before);

    clickOn("#settings-search");
    assertThat(text("settings-cap")).isEqualTo("40");
    assertThat(seen("settings-complaint")).isFalse();
  }

  @Test
  void theSearchLeavesWhatHasTheWords() {
    clickOn("#settings-search").write("requete lit");
    assertThat(seen("settings-none")).as("an accent is a letter").isTrue();

    write("settings-search", "Requête LIT");
    assertThat(seen("settings-gigabytes")).isTrue();
    assertThat(seen("settings-cap")).isFalse();
    assertThat(seen("settings-theme")).isFalse();
    assertThat(seen("settings-none")).isFalse();

    write("settings-search", "argent");
    assertThat(seen("settings-cap")).as("by the name of its section").isTrue();
  }

  @Test
  void whatWasChangedElsewhereIsShownWhenItOpens() {
    interact(() -> {
      kept.change(s ->
          s.with(Appearance.Theme.LIGHT)
              .with(new Spending(7, OptionalDouble.empty(), 3))
              .withZoom(OptionalInt.of(130)));
      settings.activate();
    });

    assertThat(lookup("#settings-theme").<ComboBox<?>>query().getValue())
        .isEqualTo(Appearance.Theme.LIGHT);
    assertThat(lookup("#settings-zoom").<ComboBox<?>>query().getValue())
        .as("one that is not in the list")
        .isEqualTo(OptionalInt.of(130));
    assertThat(text("settings-ask-above")).isEqualTo("7");
    assertThat(text("settings-cap")).isEmpty();
    assertThat(kept.now().appearance().zoom()).as("showing changes nothing").hasValue(130);
  }

  @Test
  void notificationsAreTurnedOffHere() {
    interact(() -> lookup("#settings-tell").query().requestFocus());
    push(KeyCode.SPACE);

    assertThat(kept.tells()).isFalse();

    interact(() -> {
      kept.tell(true);
      settings.activate();
    });
    assertThat(lookup("#settings-tell").<OnOffSwitch>query().isSelected())
        .as("turned on below the list of jobs")
        .isTrue();
  }

  @Test
  void whatWasMovedIsForgottenAndTheWindowStays() {
    assertThat(lookup("#settings-arrangement").query().isDisabled()).as("nothing moved").isTrue();
    WindowBounds window = new WindowBounds(1, 2, 900, 600, false);
    interact(() -> {
      kept.change(s -> s.with(window).withSplit("jobs", 0.3).withColumn("rows/id", 90));
      settings.activate();
    });

    interact(() -> lookup("#settings-arrangement").<Button>query().fire());

    assertThat(kept.now().layout())
        .isEqualTo(new WindowLayout(Optional.of(window), Map.of(), Map.of(), Map.of()));
    assertThat(lookup("#settings-arrangement").query().isDisabled()).isTrue();
  }
}
