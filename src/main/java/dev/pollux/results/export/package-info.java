/// Rows out to files: what is written of a table, in which form, and a file that is whole or not
/// there.
@NullMarked
package dev.pollux.results.export;

import org.jspecify.annotations.NullMarked;
