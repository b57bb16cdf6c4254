/// From a process to a toolkit: what a system lacks, and one window for one data folder.
@NullMarked
package dev.pollux.app.start;

import org.jspecify.annotations.NullMarked;
