/// The only room that speaks to Google: BigQuery over REST, Vertex AI over gRPC, the list of
/// published models over REST. Where to and as whom are parameters ([Endpoints]), so the sandbox is
/// reached by the very same code.
///
/// Reads are retried within a small budget. What costs money is sent once.
@NullMarked
package dev.pollux.cloud.google;

import org.jspecify.annotations.NullMarked;
