package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.AppTheme;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Without a compositor, a pop-up stands on the ground of its window.
class PopupGroundTest extends ApplicationTest {
  private final StackPane root = new StackPane();

  @Override
  public void start(Stage stage) {
    AppTheme.theme(true);
    stage.setScene(new Scene(root, 400, 300));
    stage.show();
  }

  @Test
  void aDarkMenuStandsOnDark() {
    interact(() -> {
      ContextMenu menu = new ContextMenu(new MenuItem("one"));
      menu.show(root, 10, 10);
      PopupGround.fill(menu);
      Color ground = (Color) Objects.requireNonNull(menu.getScene().getFill());
      assertThat(ground.getBrightness()).isLessThan(0.3);
      assertThat(ground.isOpaque()).isTrue();
      menu.hide();
    });
  }
}
