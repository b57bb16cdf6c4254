/// What is written to the log, and what of it is not.
@NullMarked
package dev.pollux.app.log;

import org.jspecify.annotations.NullMarked;
