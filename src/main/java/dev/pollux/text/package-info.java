/// Every word shown, in English and French.
@NullMarked
package dev.pollux.text;

import org.jspecify.annotations.NullMarked;
