/// The step that chooses the model, how it answers, and what the job may cost.
@NullMarked
package dev.pollux.ui.wizard.gemini;

import org.jspecify.annotations.NullMarked;
