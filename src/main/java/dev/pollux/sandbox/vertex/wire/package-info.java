/// How Vertex says things: JSON of its messages, statuses, refusals.
@NullMarked
package dev.pollux.sandbox.vertex.wire;

import org.jspecify.annotations.NullMarked;
