/// How rows get from a screen into a file.
@NullMarked
package dev.pollux.ui.export;

import org.jspecify.annotations.NullMarked;
