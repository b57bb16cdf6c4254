package dev.pollux.app.window;

import dev.pollux.settings.Appearance;

/// How the window looks: as the person chose, and as the desktop has it where they did not.
public record WindowLook(boolean dark, boolean contrast, boolean still) {
  public static WindowLook of(Appearance chosen, SystemLook system) {
    return new WindowLook(
        switch (chosen.theme()) {
          case SYSTEM -> system.dark();
          case LIGHT -> false;
          case DARK -> true;
        },
        switch (chosen.contrast()) {
          case SYSTEM -> system.contrast();
          case USUAL -> false;
          case HIGH -> true;
        },
        switch (chosen.motion()) {
          case SYSTEM -> system.still();
          case STILL -> true;
          case MOVING -> false;
        });
  }
}
