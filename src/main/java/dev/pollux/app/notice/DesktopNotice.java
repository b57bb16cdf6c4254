package dev.pollux.app.notice;

/// Says something outside of the window.
interface DesktopNotice {
  /// Does not wait for the person.
  ///
  /// @return whether the desktop took it
  boolean show(String title, String text);
}
