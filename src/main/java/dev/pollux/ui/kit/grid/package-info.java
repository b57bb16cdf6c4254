/// The one grid of the program: rows of any number, of which it loads no more than it shows.
@NullMarked
package dev.pollux.ui.kit.grid;

import org.jspecify.annotations.NullMarked;
