package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class OnOffSwitchTest extends ApplicationTest {
  private final List<Boolean> chosen = new ArrayList<>();
  private OnOffSwitch lights;

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    lights = new OnOffSwitch("lights", "Lights", chosen::add);
    Scene scene = new Scene(new VBox(8, new Button("before"), lights), 300, 200);
    AppTheme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void isReachedAndToggledByKeys() {
    push(KeyCode.TAB);
    assertThat(lights.isFocused()).isTrue();
    push(KeyCode.SPACE);
    push(KeyCode.SPACE);
    assertThat(chosen).containsExactly(true, false);
  }

  @Test
  void isToggledByTheMouseAndTakesTheFocus() {
    clickOn(lights);
    assertThat(chosen).containsExactly(true);
    assertThat(lights.isFocused()).isTrue();
  }

  @Test
  void whatIsShownIsNotChosen() {
    interact(() -> lights.show(true));
    assertThat(lights.isSelected()).isTrue();
    assertThat(chosen).isEmpty();
  }

  @Test
  void aScreenReaderSaysWhatItIsAndToggles() {
    assertThat(lights.getAccessibleRole()).isEqualTo(AccessibleRole.CHECK_BOX);
    assertThat(lights.getAccessibleText()).isEqualTo("Lights");
    interact(() -> lights.executeAccessibleAction(AccessibleAction.FIRE));
    assertThat(lights.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
    assertThat(chosen).containsExactly(true);
  }
}
