package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A choice is as wide as its longest entry from the start: nothing beside it moves when another is
/// chosen.
class SteadyComboTest extends ApplicationTest {
  private static final String LONG = "an entry that is much longer than all of the others";
  private ComboBox<String> choice;
  private Stage stage;

  @Override
  public void start(Stage shared) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    stage = new Stage();
    choice = new ComboBox<>();
    HBox root = new HBox(8, choice, new Label("beside"));
    root.setPadding(new Insets(20));
    stage.setScene(new Scene(root, 900, 300));
    AppTheme.dress(stage.getScene());
    stage.show();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private double width() {
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> stage.getScene().getRoot().applyCss());
    interact(() -> stage.getScene().getRoot().layout());
    return choice.getWidth();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12, 40})
  void noEntryMakesItWider(int entries) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < entries - 1; i++) {
      all.add("entry " + i);
    }
    all.add(LONG);
    interact(() -> {
      choice.setItems(FXCollections.observableArrayList(all));
      choice.setConverter(new NameConverter<>(name -> name));
      SteadyWidth.of(choice);
      choice.setValue(all.getFirst());
    });
    double before = width();
    List<Double> widths = new ArrayList<>();
    for (String one : all) {
      interact(() -> choice.setValue(one));
      widths.add(width());
    }
    interact(choice::show);
    widths.add(width());
    interact(choice::hide);
    widths.add(width());
    assertThat(widths).allMatch(width -> Math.abs(width - before) < 1, "as before: " + before);
  }
}
