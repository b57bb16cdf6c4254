package dev.pollux.ui.settings;

import dev.pollux.settings.Appearance;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How the window looks and speaks.
final class LooksSection {
  private static final int[] ZOOMS = {80, 90, 100, 110, 125, 150, 175, 200};
  private final Words words;
  private final ChoiceOf<Appearance.Theme> theme;
  private final ChoiceOf<Appearance.Contrast> contrast;
  private final ChoiceOf<Appearance.Motion> motion;
  private final ChoiceOf<Appearance.Language> language;
  private final ChoiceOf<OptionalInt> zoom;

  LooksSection(SettingsController controller, Words words) {
    this.words = words;
    theme =
        new ChoiceOf<>(
            "settings-theme",
            List.of(Appearance.Theme.values()),
            one -> named("preferences.theme.", one),
            controller::onTheme);
    contrast =
        new ChoiceOf<>(
            "settings-contrast",
            List.of(Appearance.Contrast.values()),
            one -> named("preferences.contrast.", one),
            controller::onContrast);
    motion =
        new ChoiceOf<>(
            "settings-motion",
            List.of(Appearance.Motion.values()),
            one -> named("preferences.motion.", one),
            controller::onMotion);
    language =
        new ChoiceOf<>(
            "settings-language",
            List.of(Appearance.Language.values()),
            one -> named("preferences.language.", one),
            controller::onLanguage);
    zoom = new ChoiceOf<>("settings-zoom", zooms(), this::nameOf, controller::onZoom);
  }

  private String named(String setting, Enum<?> one) {
    return words.get(setting + one.name().toLowerCase(Locale.ROOT));
  }

  private static List<OptionalInt> zooms() {
    return Stream.concat(
            Stream.of(OptionalInt.empty()), IntStream.of(ZOOMS).mapToObj(OptionalInt::of))
        .toList();
  }

  private String nameOf(OptionalInt percent) {
    return percent.isEmpty()
        ? words.get("preferences.zoom.system")
        : words.get("preferences.zoom.percent", percent.getAsInt() / 100.0);
  }

  SettingSection section() {
    SettingSection section = new SettingSection(words.get("preferences.section.looks"));
    section
        .with(words.get("preferences.theme"), words.get("preferences.theme.explained"), theme)
        .with(
            words.get("preferences.contrast"),
            words.get("preferences.contrast.explained"),
            contrast)
        .with(words.get("preferences.motion"), words.get("preferences.motion.explained"), motion)
        .with(
            words.get("preferences.language"),
            words.get("preferences.language.explained"),
            language)
        .with(words.get("preferences.zoom"), words.get("preferences.zoom.explained"), zoom);
    return section;
  }

  void show(Appearance now) {
    theme.show(now.theme());
    contrast.show(now.contrast());
    motion.show(now.motion());
    language.show(now.language());
    zoom.show(now.zoom());
  }
}
