/// What survives a restart, outside the journal.
@NullMarked
package dev.pollux.settings;

import org.jspecify.annotations.NullMarked;
