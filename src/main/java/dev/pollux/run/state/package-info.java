/// What is known of runs and their jobs, and the journal that keeps it.
@NullMarked
package dev.pollux.run.state;

import org.jspecify.annotations.NullMarked;
