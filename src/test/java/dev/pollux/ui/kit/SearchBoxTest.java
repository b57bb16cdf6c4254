package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationTest;

class SearchBoxTest extends ApplicationTest {
  private SearchBox<String> box;

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(true);
    box = new SearchBox<>(new Words(Locale.FRENCH));
    box.offer(List.of("letters", "mine", "samples", "samples_eu"));
    box.setValue("mine");
    Scene scene = new Scene(new VBox(8, box, new Button("after")), 300, 300);
    AppTheme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void lettersNarrowTheListAndEnterTakesWhatIsLeft() {
    interact(box::requestFocus);
    push(KeyCode.ENTER);
    assertThat(box.isShowing()).isTrue();
    write("lett");
    push(KeyCode.ENTER);
    assertThat(box.getValue()).isEqualTo("letters");
    assertThat(box.isShowing()).isFalse();
    assertThat(box.isFocused()).isTrue();
  }

  @Test
  void otherListsComeWhileOneIsShown() {
    for (List<String> now : List.of(List.of("a", "mine"), List.<String>of(), List.of("mine"))) {
      interact(() -> {
        box.offer(now);
        box.setValue("mine");
      });
      assertThat(box.getValue()).isEqualTo("mine");
    }
  }

  @Test
  void escapeLeavesWhatWas() {
    interact(box::requestFocus);
    push(KeyCode.F4);
    write("eu");
    push(KeyCode.DOWN);
    push(KeyCode.ESCAPE);
    assertThat(box.getValue()).isEqualTo("mine");
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTER", "F4", "DOWN"})
  void opensByKeys(KeyCode key) {
    interact(box::requestFocus);
    push(key);
    assertThat(box.isShowing()).isTrue();
  }

  @Test
  void whereOneTypesItSpeaksTheLanguageAndHasAName() {
    interact(box::requestFocus);
    push(KeyCode.F4);
    TextField field = lookup("#search").queryAs(TextField.class);
    assertThat(field.isFocused()).isTrue();
    assertThat(field.getPromptText()).isEqualTo("Saisir pour chercher");
    assertThat(field.getAccessibleText()).isEqualTo("Saisir pour chercher");
  }
}
