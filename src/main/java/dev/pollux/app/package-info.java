/// Plugs the rooms together by hand, top to bottom; the command line.
@NullMarked
package dev.pollux.app;

import org.jspecify.annotations.NullMarked;
