/// A run from intent to result: journal, submit, follow, reconcile.
@NullMarked
package dev.pollux.run;

import org.jspecify.annotations.NullMarked;
