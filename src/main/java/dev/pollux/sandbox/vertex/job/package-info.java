/// Batch jobs: what they may be, what becomes of them, what they write.
@NullMarked
package dev.pollux.sandbox.vertex.job;

import org.jspecify.annotations.NullMarked;
