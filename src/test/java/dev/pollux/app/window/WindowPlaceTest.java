package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.settings.WindowBounds;
import java.util.List;
import java.util.Random;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
  private static final Rectangle2D MAIN = new Rectangle2D(0, 30, 1280, 770);
  private static final Rectangle2D LEFT = new Rectangle2D(-1920, 0, 1920, 1080);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "as it was,               100,   50, 1000, 700,   100,   50, 1000, 700",
    "on the screen to the left, -1900, 10, 1280, 800, -1900,  10, 1280, 800",
    "a screen that is gone,  4000,  100, 1000, 700,   140,   65, 1000, 700",
    "above all screens,       100, -900, 1000, 700,   140,   65, 1000, 700",
    "partly to the right,     900,   50, 1000, 700,   280,   50, 1000, 700",
    "below the edge,          100,  700, 1000, 700,   100,  100, 1000, 700",
    "under the bar,           100,    0, 1000, 700,   100,   30, 1000, 700",
    "larger than the screen,    0,    0, 3000, 2000,     0,   30, 1280,  770",
  })
  void aWindowIsWhereItCanBeSeen(
      String name,
      double x,
      double y,
      double w,
      double h,
      double ax,
      double ay,
      double aw,
      double ah) {
    assertThat(WindowPlace.within(new WindowBounds(x, y, w, h, true), List.of(MAIN, LEFT)))
        .as(name)
        .isEqualTo(new WindowBounds(ax, ay, aw, ah, true));
  }

  @Test
  void theLeastSizeIsNoLargerThanAnyScreen() {
    Rectangle2D half = new Rectangle2D(0, 0, 640, 400);
    assertThat(WindowPlace.least(900, 600, List.of(MAIN, LEFT)))
        .isEqualTo(new Dimension2D(900, 600));
    assertThat(WindowPlace.least(900, 600, List.of(MAIN, half)))
        .isEqualTo(new Dimension2D(640, 400));
  }

  @Test
  void anyWindowEndsWithinOneScreen() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      WindowBounds wanted =
          new WindowBounds(
              random.nextInt(-5000, 5000),
              random.nextInt(-5000, 5000),
              random.nextInt(1, 4000),
              random.nextInt(1, 4000),
              false);

      WindowBounds place = WindowPlace.within(wanted, List.of(MAIN, LEFT));

      assertThat(List.of(MAIN, LEFT))
          .as("%s -> %s", wanted, place)
          .anyMatch(s -> s.contains(place.x(), place.y(), place.width(), place.height()));
    }
  }
}
