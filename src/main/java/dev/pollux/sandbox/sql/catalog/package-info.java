/// What a statement is told of tables ([TableCatalog], asked while it is translated), and what
/// CREATE says of one ([TableOptions]).
@NullMarked
package dev.pollux.sandbox.sql.catalog;

import org.jspecify.annotations.NullMarked;
