/// The step that says what is asked of each row, and what the answer has.
@NullMarked
package dev.pollux.ui.wizard.requests;

import org.jspecify.annotations.NullMarked;
