/// Asking again what a run left open: from the list of jobs and from the results alike.
@NullMarked
package dev.pollux.ui.retry;

import org.jspecify.annotations.NullMarked;
