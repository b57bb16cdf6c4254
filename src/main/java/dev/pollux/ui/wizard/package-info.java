/// The New job screen: five steps from table to submitted job.
@NullMarked
package dev.pollux.ui.wizard;

import org.jspecify.annotations.NullMarked;
