/// What the columns of a table hold, before anything is asked about them: counted over rows that
/// are here, or by one query over all of them, with the same figures.
@NullMarked
package dev.pollux.profile;

import org.jspecify.annotations.NullMarked;
