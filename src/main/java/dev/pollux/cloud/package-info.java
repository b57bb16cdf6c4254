/// What we ask of a cloud: narrow ports, and one sealed family of failures.
@NullMarked
package dev.pollux.cloud;

import org.jspecify.annotations.NullMarked;
