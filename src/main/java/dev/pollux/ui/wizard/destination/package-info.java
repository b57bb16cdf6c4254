/// The step that says where the answers go and where the job runs.
@NullMarked
package dev.pollux.ui.wizard.destination;

import org.jspecify.annotations.NullMarked;
