/// The connection chip of the top bar and its panel: the sandbox with its faults, or Google.
@NullMarked
package dev.pollux.ui.connection;

import org.jspecify.annotations.NullMarked;
