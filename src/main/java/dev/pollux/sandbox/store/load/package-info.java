/// Rows that come from outside: files of a load job ([Loads]) and rows of an insert ([Inserts]),
/// read by a schema that is given or found ([SchemaDetection]).
@NullMarked
package dev.pollux.sandbox.store.load;

import org.jspecify.annotations.NullMarked;
