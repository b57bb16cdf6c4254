/// The same job as code, for those who want to run it without a window: curl, Python, Java, SQL.
@NullMarked
package dev.pollux.code;

import org.jspecify.annotations.NullMarked;
