/// The connection chip: sandbox or Google.
@NullMarked
package dev.pollux.ui.connection;

import org.jspecify.annotations.NullMarked;
