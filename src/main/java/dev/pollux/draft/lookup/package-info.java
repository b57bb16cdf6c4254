/// The questions to the cloud about a draft, each of which finds out one fact.
@NullMarked
package dev.pollux.draft.lookup;

import org.jspecify.annotations.NullMarked;
