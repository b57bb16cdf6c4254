/// The Results screen: the answer beside its row.
@NullMarked
package dev.pollux.ui.results;

import org.jspecify.annotations.NullMarked;
