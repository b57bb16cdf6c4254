/// The Jobs screen: a live table of jobs and the details of one.
@NullMarked
package dev.pollux.ui.jobs;

import org.jspecify.annotations.NullMarked;
