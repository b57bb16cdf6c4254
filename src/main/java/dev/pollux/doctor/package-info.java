/// Whether everything that a job needs at Google is there, asked step by step: nothing is sent,
/// nothing is billed, no row is read. Knows no window and no command line.
@NullMarked
package dev.pollux.doctor;

import org.jspecify.annotations.NullMarked;
