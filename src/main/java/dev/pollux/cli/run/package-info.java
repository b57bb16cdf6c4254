/// The commands about jobs that are sent: submit, jobs, retry, stop, export.
@NullMarked
package dev.pollux.cli.run;

import org.jspecify.annotations.NullMarked;
