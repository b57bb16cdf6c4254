/// Functions and operators: which arguments they take, of which type they are, and how DuckDB says
/// them. What the arguments mean is asked of [Operands]; [Calls] sends each call to where it is
/// understood, most of them to the table in [Signatures].
@NullMarked
package dev.pollux.sandbox.sql.function;

import org.jspecify.annotations.NullMarked;
