/// What is shown of a job, as facts and in words: its state, its history, its progress.
@NullMarked
package dev.pollux.ui.jobs.state;

import org.jspecify.annotations.NullMarked;
