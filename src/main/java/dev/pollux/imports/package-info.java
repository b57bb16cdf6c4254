/// Files of people that become tables: what stands in them, as which columns it is read, and the
/// lines that a load job takes.
@NullMarked
package dev.pollux.imports;

import org.jspecify.annotations.NullMarked;
