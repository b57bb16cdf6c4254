/// What a connection to a project is made of.
@NullMarked
package dev.pollux.domain.connection;

import org.jspecify.annotations.NullMarked;
