package dev.pollux.ui.shell;

import javafx.beans.property.ReadOnlyDoubleProperty;

/// A piece of background work as the status bar shows it; `progress` is negative when not known.
record ShownTask(String name, ReadOnlyDoubleProperty progress, Runnable cancel) {}
