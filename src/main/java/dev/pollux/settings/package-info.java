/// What survives a restart, outside the journal: one JSON file.
@NullMarked
package dev.pollux.settings;

import org.jspecify.annotations.NullMarked;
