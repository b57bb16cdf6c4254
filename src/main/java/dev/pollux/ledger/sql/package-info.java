/// The statements of the ledger: over the rows of a run, and what its jobs wrote.
@NullMarked
package dev.pollux.ledger.sql;

import org.jspecify.annotations.NullMarked;
