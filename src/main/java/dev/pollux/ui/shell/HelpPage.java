package dev.pollux.ui.shell;

import java.util.Locale;

/// The pages of the help, in the order of their tabs.
enum HelpPage {
  SCREEN,
  KEYS,
  GLOSSARY,
  NEWS;

  /// As keys of words and ids of nodes have it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
