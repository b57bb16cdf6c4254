/// What a person can set, in one panel with a search.
@NullMarked
package dev.pollux.ui.settings;

import org.jspecify.annotations.NullMarked;
