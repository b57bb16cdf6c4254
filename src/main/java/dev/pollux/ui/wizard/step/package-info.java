/// What the steps of the wizard share: the draft that they edit, and what the frame does for them.
@NullMarked
package dev.pollux.ui.wizard.step;

import org.jspecify.annotations.NullMarked;
