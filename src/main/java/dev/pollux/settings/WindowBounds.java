package dev.pollux.settings;

/// Where the window was, in screen pixels; when maximized, where it goes back to.
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
  public WindowBounds {
    if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
      throw new IllegalArgumentException("not a window: " + width + " x " + height);
    }
  }
}
