/// Plain facts: records, enums and sealed types. No I/O, no JavaFX.
@NullMarked
package dev.pollux.domain;

import org.jspecify.annotations.NullMarked;
