/// The only door between threads.
@NullMarked
package dev.pollux.background;

import org.jspecify.annotations.NullMarked;
