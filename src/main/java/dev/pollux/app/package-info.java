/// Plugs the rooms together by hand, top to bottom, for the window and for the commands.
@NullMarked
package dev.pollux.app;

import org.jspecify.annotations.NullMarked;
