/// Batch jobs: what is asked for, what the service says of them, what they used.
@NullMarked
package dev.pollux.domain.job;

import org.jspecify.annotations.NullMarked;
