/// Rows and columns of a grid: read when they are needed, marked, ordered.
@NullMarked
package dev.pollux.ui.kit.grid.rows;

import org.jspecify.annotations.NullMarked;
