/// What is done with a job when a person asks: no list, and nothing that draws.
@NullMarked
package dev.pollux.ui.jobs.action;

import org.jspecify.annotations.NullMarked;
