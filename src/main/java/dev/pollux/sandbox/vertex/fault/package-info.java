/// Faults that the sandbox is told to have.
@NullMarked
package dev.pollux.sandbox.vertex.fault;

import org.jspecify.annotations.NullMarked;
