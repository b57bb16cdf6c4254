package dev.pollux.ui.shell;

/// One thing that the palette offers. `keys` is how to reach it by keyboard, empty if it can't.
record Command(String label, String keys, Runnable action) {
  /// The keys as they are called on a keyboard.
  String keyNames() {
    return keys.replace("Comma", ",");
  }
}
