/// Trio base types, the Navigation interface, reusable nodes.
@NullMarked
package dev.pollux.ui.kit;

import org.jspecify.annotations.NullMarked;
