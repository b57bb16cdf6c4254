/// Vertex AI over REST and gRPC: one service behind two doors.
@NullMarked
package dev.pollux.sandbox.vertex;

import org.jspecify.annotations.NullMarked;
