package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowLookTest {
  private static final Settings.Appearance USUAL = Settings.DEFAULT.appearance();

  @Test
  void withoutAChoiceItIsTheDesktops() {
    assertThat(WindowLook.of(USUAL, new SystemLook(true, true, true)))
        .isEqualTo(new WindowLook(true, true, true));
    assertThat(WindowLook.of(USUAL, new SystemLook(false, false, false)))
        .isEqualTo(new WindowLook(false, false, false));
  }

  @Test
  void aChoiceComesBeforeTheDesktop() {
    Settings.Appearance all =
        Settings.DEFAULT
            .with(Settings.Theme.DARK)
            .with(Settings.Contrast.HIGH)
            .with(Settings.Motion.STILL)
            .appearance();
    Settings.Appearance none =
        Settings.DEFAULT
            .with(Settings.Theme.LIGHT)
            .with(Settings.Contrast.USUAL)
            .with(Settings.Motion.MOVING)
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
