/// The command that serves the sandbox, and where one serves already.
@NullMarked
package dev.pollux.cli.sandbox;

import org.jspecify.annotations.NullMarked;
