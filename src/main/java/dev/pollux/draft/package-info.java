/// A job being prepared, with no window. Here is what a person decided, and how it is kept; the
/// rooms below say what was looked up about it, what stops it, and what is sent.
@NullMarked
package dev.pollux.draft;

import org.jspecify.annotations.NullMarked;
