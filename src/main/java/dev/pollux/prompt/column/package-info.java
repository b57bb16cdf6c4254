/// One column, or a member of one: how it is named, and its value as SQL and as text, the same by
/// both.
@NullMarked
package dev.pollux.prompt.column;

import org.jspecify.annotations.NullMarked;
