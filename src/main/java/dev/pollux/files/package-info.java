/// Files of people, read within bounds and strictly, and written whole or not at all.
@NullMarked
package dev.pollux.files;

import org.jspecify.annotations.NullMarked;
