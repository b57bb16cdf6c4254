/// What a job would be refused for, before anything is sent: its source, its destination, its
/// settings, its labels, and requests that a table brings.
@NullMarked
package dev.pollux.prompt.check;

import org.jspecify.annotations.NullMarked;
