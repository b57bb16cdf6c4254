/// Sorting and choosing the rows of a grid, by its columns: free of charge on rows that can be
/// read, else by a query that says its price first.
@NullMarked
package dev.pollux.ui.sorting;

import org.jspecify.annotations.NullMarked;
