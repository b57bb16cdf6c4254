/// A file of a person that becomes a table: what it holds, as which columns, and where to.
@NullMarked
package dev.pollux.ui.browser.imports;

import org.jspecify.annotations.NullMarked;
