/// The Tables screen: tree, rows, schema, details.
@NullMarked
package dev.pollux.ui.browser;

import org.jspecify.annotations.NullMarked;
