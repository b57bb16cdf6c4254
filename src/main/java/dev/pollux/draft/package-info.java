/// A job being prepared, with no window: what a person decided, what was looked up about it, what
/// stops it, what it costs, and the plan that is sent.
@NullMarked
package dev.pollux.draft;

import org.jspecify.annotations.NullMarked;
