/// A connection becomes the calls that go through it.
@NullMarked
package dev.pollux.app.cloud;

import org.jspecify.annotations.NullMarked;
