/// What a statement says, before anyone asks what its names mean: tokens ([Lexer]), the parsers,
/// and the tree that they make ([Ast]). It knows which functions the service has, not what they do.
@NullMarked
package dev.pollux.sandbox.sql.syntax;

import org.jspecify.annotations.NullMarked;
