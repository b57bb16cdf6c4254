/// A draft with what is known about it: facts, each for the part of the draft that it holds for,
/// and what Pollux chooses where the draft leaves a choice.
@NullMarked
package dev.pollux.draft.state;

import org.jspecify.annotations.NullMarked;
