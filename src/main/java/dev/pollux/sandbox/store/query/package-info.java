/// Statements: what they see of the tables ([QueryScope]), how they run and where their rows go
/// ([QueryRunner]), and those that make and drop tables.
@NullMarked
package dev.pollux.sandbox.store.query;

import org.jspecify.annotations.NullMarked;
