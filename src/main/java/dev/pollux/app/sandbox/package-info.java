/// The sandbox as the window has it: its state, its faults, and words for both.
@NullMarked
package dev.pollux.app.sandbox;

import org.jspecify.annotations.NullMarked;
