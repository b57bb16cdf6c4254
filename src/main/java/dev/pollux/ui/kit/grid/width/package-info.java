/// How wide the columns of a grid are: by what stands in them, and as a person made them.
@NullMarked
package dev.pollux.ui.kit.grid.width;

import org.jspecify.annotations.NullMarked;
