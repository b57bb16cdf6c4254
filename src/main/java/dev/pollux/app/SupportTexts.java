package dev.pollux.app;

import dev.pollux.cli.Version;
import dev.pollux.settings.Settings;
import java.util.Map;

/// What a support bundle says of the program and its settings: nothing by which a person or an
/// account is known.
final class SupportTexts {
  private SupportTexts() {}

  static Map<String, String> of(Settings settings) {
    return Map.of("versions.txt", versions(), "settings.txt", settings(settings));
  }

  private static String versions() {
    return String.join(
        "\n",
        "Pollux " + Version.text(),
        "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
        "JavaFX " + System.getProperty("javafx.runtime.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors()
            + " processors, heap of at most "
            + Runtime.getRuntime().maxMemory() / (1 << 20)
            + " MiB");
  }

  private static String settings(Settings settings) {
    return String.join(
        "\n",
        "theme " + settings.appearance().theme(),
        "language " + settings.appearance().language(),
        "cloud " + settings.cloud().connection(),
        "location " + settings.cloud().googleLocation(),
        "connections kept " + settings.cloud().connections().size(),
        "asks above " + settings.spending().askAbove() + " USD",
        "cap " + settings.spending().cap());
  }
}
