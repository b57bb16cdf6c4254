/// Vertex AI over gRPC: batch jobs and single calls of Gemini; over REST the list of published
/// models.
@NullMarked
package dev.pollux.cloud.google.vertex;

import org.jspecify.annotations.NullMarked;
