package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.OnOffSwitch;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class WindowMotionTest extends ApplicationTest {
  private final WindowMotion motion = new WindowMotion();
  private Stage first;

  @Override
  public void start(Stage stage) {
    AppTheme.theme(false);
    motion.follow();
    first = stage;
    open(stage);
  }

  private static void open(Stage stage) {
    ProgressIndicator busy = new ProgressIndicator();
    busy.setId("busy");
    OnOffSwitch onOff = new OnOffSwitch("on-off", "", _ -> {});
    stage.setScene(new Scene(new VBox(busy, onOff)));
    AppTheme.dress(stage.getScene());
    stage.show();
  }

  private static Object styled(Stage stage, String id, String property) {
    stage.getScene().getRoot().applyCss();
    Control control = (Control) stage.getScene().lookup(id);
    CssMetaData<Styleable, ?> styled =
        control.getCssMetaData().stream()
            .filter(each -> each.getProperty().equals(property))
            .map(WindowMotionTest::ofAny)
            .findFirst()
            .orElseThrow();
    StyleableProperty<?> value = styled.getStyleableProperty(control);
    return value.getValue();
  }

  @SuppressWarnings("unchecked")
  private static CssMetaData<Styleable, ?> ofAny(CssMetaData<? extends Styleable, ?> each) {
    return (CssMetaData<Styleable, ?>) each;
  }

  private static boolean moves(Stage stage) {
    boolean spins = Boolean.TRUE.equals(styled(stage, "#busy", "-fx-spin-enabled"));
    Number thumb = (Number) styled(stage, "#on-off", "-fx-thumb-move-animation-time");
    assertThat(thumb.doubleValue() > 0).as("both or neither").isEqualTo(spins);
    return spins;
  }

  @Test
  void whatMovesByItselfHoldsStillInEveryWindowOldAndNew() {
    interact(() -> {
      motion.show(false);
      assertThat(moves(first)).isTrue();

      motion.show(true);
      assertThat(moves(first)).isFalse();

      Stage second = new Stage();
      open(second);
      assertThat(moves(second)).as("a window that was opened later").isFalse();

      motion.show(false);
      assertThat(moves(second)).isTrue();
      second.close();
    });
  }
}
