/// Values as GoogleSQL reads, writes and computes them: text that is cast, dates, numbers, JSON and
/// its paths. It knows no statement and no type of SQL; what is here is called with Java's own
/// types.
@NullMarked
package dev.pollux.sandbox.sql.value;

import org.jspecify.annotations.NullMarked;
