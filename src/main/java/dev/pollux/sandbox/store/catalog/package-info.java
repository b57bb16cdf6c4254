/// Projects, datasets and tables: their metadata beside the rows ([CatalogTables]), and the one way
/// to write rows ([Writer]).
@NullMarked
package dev.pollux.sandbox.store.catalog;

import org.jspecify.annotations.NullMarked;
