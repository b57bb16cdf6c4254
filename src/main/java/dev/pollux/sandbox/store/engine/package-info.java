/// DuckDB itself: its file, its connections and threads ([Database]), statements ([Sql]), how they
/// are stopped and bounded, and what its errors are in the service's words ([StoreFailure]). It
/// knows no table.
@NullMarked
package dev.pollux.sandbox.store.engine;

import org.jspecify.annotations.NullMarked;
