/// The whole of one value: text of any length, laid out, folded, searched.
@NullMarked
package dev.pollux.ui.kit.value;

import org.jspecify.annotations.NullMarked;
