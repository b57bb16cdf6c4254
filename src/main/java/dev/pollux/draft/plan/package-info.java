/// From a draft that nothing stops to exactly what is sent.
@NullMarked
package dev.pollux.draft.plan;

import org.jspecify.annotations.NullMarked;
