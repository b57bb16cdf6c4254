/// The step that chooses the table of the rows.
@NullMarked
package dev.pollux.ui.wizard.source;

import org.jspecify.annotations.NullMarked;
