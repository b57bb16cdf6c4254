/// How Google is reached: addresses, credentials, network, how long a call may take, how often it
/// is made, and what its failures mean. Knows no service.
@NullMarked
package dev.pollux.cloud.google.client;

import org.jspecify.annotations.NullMarked;
