/// The commands that need no window, for terminals and scripts; here is what they have in common.
/// No JavaFX class is loaded here.
@NullMarked
package dev.pollux.cli;

import org.jspecify.annotations.NullMarked;
