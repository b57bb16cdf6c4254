package dev.pollux.ui.shell;

import dev.pollux.text.Words;

/// One thing that the palette offers. `keys` is how to reach it by keyboard, empty if it can't.
///
/// @param offered whether it does anything on the screen in front
record Command(String label, String keys, boolean offered, Runnable action) {
  Command(String label, String keys, Runnable action) {
    this(label, keys, true, action);
  }

  /// The keys as they are called on a keyboard.
  String keyNames(Words words) {
    return keys.replace("Comma", ",")
        .replace("Shift", words.get("shell.key.shift"))
        .replace("Enter", words.get("shell.key.enter"));
  }
}
