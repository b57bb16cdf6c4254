/// What survives a restart, outside the journal: one JSON file, in the folder of all data.
@NullMarked
package dev.pollux.settings;

import org.jspecify.annotations.NullMarked;
