/// A cloud whose ports can be held before it is connected.
@NullMarked
package dev.pollux.app.connecting;

import org.jspecify.annotations.NullMarked;
