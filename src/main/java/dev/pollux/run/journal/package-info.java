/// The journal of runs in its SQLite file and that file's copy: what is read, checked and mended
/// when it is opened, and what is written. [SqliteJournal] is all that others see of it. The only
/// room that opens the journal's file.
@NullMarked
package dev.pollux.run.journal;

import org.jspecify.annotations.NullMarked;
