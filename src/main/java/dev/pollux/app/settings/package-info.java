/// What lasts, as the rooms with a face ask for it.
@NullMarked
package dev.pollux.app.settings;

import org.jspecify.annotations.NullMarked;
