/// The look and the place of windows, and what is made ready behind them.
@NullMarked
package dev.pollux.app.window;

import org.jspecify.annotations.NullMarked;
