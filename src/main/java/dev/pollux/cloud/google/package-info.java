/// The only room that speaks to Google. Where to and as whom are parameters
/// ([dev.pollux.cloud.google.client.Endpoints]), so the sandbox is reached by the very same code.
/// [GoogleCloud] is all that others open.
///
/// Reads are retried within a small budget. What costs money is sent once.
@NullMarked
package dev.pollux.cloud.google;

import org.jspecify.annotations.NullMarked;
