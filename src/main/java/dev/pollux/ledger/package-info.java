/// The ledger of a run: which rows have an answer, which job gave it, and what is asked again.
///
/// A run is one job or several: parts, and attempts at what failed before. Each is a job of its own
/// with its own entry in the journal, sent and followed like any other. What joins them are
/// statements over their tables: rows find their answers by a key.
@NullMarked
package dev.pollux.ledger;

import org.jspecify.annotations.NullMarked;
