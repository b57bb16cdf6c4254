/// A small route table over the JDK's HTTP server, with the guards of loopback.
@NullMarked
package dev.pollux.sandbox.http;

import org.jspecify.annotations.NullMarked;
