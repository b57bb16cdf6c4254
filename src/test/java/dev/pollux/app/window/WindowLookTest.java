package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.settings.Appearance;
import dev.pollux.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowLookTest {
  private static final Appearance USUAL = Settings.DEFAULT.appearance();

  @Test
  void withoutAChoiceItIsTheDesktops() {
    assertThat(WindowLook.of(USUAL, new SystemLook(true, true, true)))
        .isEqualTo(new WindowLook(true, true, true));
    assertThat(WindowLook.of(USUAL, new SystemLook(false, false, false)))
        .isEqualTo(new WindowLook(false, false, false));
  }

  @Test
  void aChoiceComesBeforeTheDesktop() {
    Appearance all =
        Settings.DEFAULT
            .with(Appearance.Theme.DARK)
            .with(Appearance.Contrast.HIGH)
            .with(Appearance.Motion.STILL)
            .appearance();
    Appearance none =
        Settings.DEFAULT
            .with(Appearance.Theme.LIGHT)
            .with(Appearance.Contrast.USUAL)
            .with(Appearance.Motion.MOVING)
            .appearance();

    assertThat(WindowLook.of(all, new SystemLook(false, false, false)))
        .isEqualTo(new WindowLook(true, true, true));
    assertThat(WindowLook.of(none, new SystemLook(true, true, true)))
        .isEqualTo(new WindowLook(false, false, false));
  }

  @Test
  void eachSystemSaysHighContrastInItsOwnWay() {
    assertThat(SystemLook.highContrast(Map.of("GTK.theme_name", "HighContrastInverse"))).isTrue();
    assertThat(SystemLook.highContrast(Map.of("Windows.SPI.HighContrast", true))).isTrue();
    assertThat(SystemLook.highContrast(Map.of("GTK.theme_name", "Adwaita"))).isFalse();
    assertThat(SystemLook.highContrast(Map.of())).isFalse();
  }
}
