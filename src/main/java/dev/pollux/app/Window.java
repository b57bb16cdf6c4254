package dev.pollux.app;

import java.nio.file.Path;

final class Window {
  Window(DataDirectory directory) {}

  int open() {
    return 1;
  }

  int tour(Path target) {
    return 1;
  }
}
