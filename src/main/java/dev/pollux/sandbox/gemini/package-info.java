/// The pretend model: deterministic, extractive, always labelled as simulated.
@NullMarked
package dev.pollux.sandbox.gemini;

import org.jspecify.annotations.NullMarked;
