/// Projects, datasets and tables as a tree that is listed while it is opened: of the Tables screen,
/// and of every place where a table is chosen.
@NullMarked
package dev.pollux.ui.catalog;

import org.jspecify.annotations.NullMarked;
