package dev.pollux.ui.shell;

/// The screens of the window, in the order of the rail.
public enum ScreenId {
  TABLES,
  WIZARD,
  JOBS,
  RESULTS
}
