/// The commands that send no job: check and trial, and the options that say what is asked.
@NullMarked
package dev.pollux.cli.draft;

import org.jspecify.annotations.NullMarked;
