/// What stops a draft or is worth a word, what it costs, and the quick fix of each finding. Pure
/// functions of what is known.
@NullMarked
package dev.pollux.draft.check;

import org.jspecify.annotations.NullMarked;
