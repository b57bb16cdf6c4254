/// The step that shows what is sent, and what was checked.
@NullMarked
package dev.pollux.ui.wizard.review;

import org.jspecify.annotations.NullMarked;
