/// What survives a restart, outside the journal: settings, the spending cap, texts that screens
/// keep, and the folder of all data, which one process holds at a time.
@NullMarked
package dev.pollux.settings;

import org.jspecify.annotations.NullMarked;
