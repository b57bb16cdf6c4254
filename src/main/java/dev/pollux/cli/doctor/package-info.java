/// The command that tests a connection.
@NullMarked
package dev.pollux.cli.doctor;

import org.jspecify.annotations.NullMarked;
