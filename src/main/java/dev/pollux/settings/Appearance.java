package dev.pollux.settings;

import java.util.OptionalInt;
import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/// How the window looks, and in which language it speaks.
///
/// @param zoom how large all of it is, in per cent of a pixel of the screen; empty as the system
///   has it
public record Appearance(
    Theme theme, Language language, OptionalInt zoom, Motion motion, Contrast contrast) {
  /// The least and the most that everything can be made smaller or larger, in per cent.
  public static final int LEAST_ZOOM = 80;

  public static final int MOST_ZOOM = 200;

  /// Light, dark, or as the system has it.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// The language of the window, or the system's.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Language {
    SYSTEM,
    EN,
    FR
  }

  /// Whether what moves by itself does so, or as the system has it.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Motion {
    SYSTEM,
    STILL,
    MOVING
  }

  /// How much words and lines stand out, or as the system has it.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Contrast {
    SYSTEM,
    USUAL,
    HIGH
  }

  public Appearance {
    zoom =
        zoom.isPresent() && zoom.getAsInt() >= LEAST_ZOOM && zoom.getAsInt() <= MOST_ZOOM
            ? zoom
            : OptionalInt.empty();
  }

  Appearance with(Theme value) {
    return new Appearance(value, language, zoom, motion, contrast);
  }

  Appearance with(Language value) {
    return new Appearance(theme, value, zoom, motion, contrast);
  }

  Appearance withZoom(OptionalInt value) {
    return new Appearance(theme, language, value, motion, contrast);
  }

  Appearance with(Motion value) {
    return new Appearance(theme, language, zoom, value, contrast);
  }

  Appearance with(Contrast value) {
    return new Appearance(theme, language, zoom, motion, value);
  }
}
