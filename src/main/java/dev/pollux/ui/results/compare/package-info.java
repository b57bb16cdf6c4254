/// The page of the results that holds two runs over the same table side by side.
@NullMarked
package dev.pollux.ui.results.compare;

import org.jspecify.annotations.NullMarked;
