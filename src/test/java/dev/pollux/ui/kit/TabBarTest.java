package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class TabBarTest extends ApplicationTest {
  private final TabBar<String> bar = TabBar.underlined("rows");
  private final List<String> shown = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    bar.add("rows", "tab-rows", "Rows");
    bar.add("schema", "tab-schema", "Schema");
    bar.add("details", "tab-details", "Details");
    bar.chosen()
        .subscribe(tab -> {
          shown.add(tab);
        });
    AppTheme.loadFonts();
    AppTheme.theme(false);
    stage.setScene(new Scene(bar.node(), 400, 100));
    AppTheme.dress(stage.getScene());
    stage.show();
  }

  private boolean selected(String id) {
    return lookup("#" + id).queryAs(ToggleButton.class).isSelected();
  }

  @Test
  void arrowKeysTurnThePageAsClicksDo() {
    clickOn("#tab-rows");
    push(KeyCode.RIGHT);
    assertThat(selected("tab-schema")).isTrue();
    assertThat(shown).containsExactly("rows", "schema");
    push(KeyCode.RIGHT);
    push(KeyCode.LEFT);
    clickOn("#tab-rows");
    assertThat(shown).containsExactly("rows", "schema", "details", "schema", "rows");
  }

  /// The name of the chosen one is stronger, and so wider.
  @Test
  void noTabMovesWhenAnotherIsChosen() {
    List<Double> places = new ArrayList<>();
    for (String tab : List.of("rows", "schema", "details")) {
      interact(() -> bar.choose(tab));
      interact(() -> {
        bar.node().applyCss();
        bar.node().layout();
        places.add(lookup("#tab-details").query().getLayoutX());
      });
    }
    assertThat(places).allSatisfy(x -> assertThat(x).isCloseTo(places.getFirst(), within(0.6)));
  }

  @Test
  void oneIsAlwaysChosen() {
    clickOn("#tab-schema");
    clickOn("#tab-schema");
    assertThat(selected("tab-schema")).isTrue();
    assertThat(shown).containsExactly("rows", "schema");
    interact(() -> bar.choose("details"));
    assertThat(selected("tab-schema")).isFalse();
    assertThat(shown).last().isEqualTo("details");
  }
}
