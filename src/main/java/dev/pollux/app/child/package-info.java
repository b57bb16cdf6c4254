/// The sandbox as a process beside the window: what ends its engine does not end the window.
@NullMarked
package dev.pollux.app.child;

import org.jspecify.annotations.NullMarked;
