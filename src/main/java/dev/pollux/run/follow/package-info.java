/// Jobs after they were sent: looked at until they have ended.
@NullMarked
package dev.pollux.run.follow;

import org.jspecify.annotations.NullMarked;
