/// The models of a place, and single calls to them.
@NullMarked
package dev.pollux.sandbox.vertex.models;

import org.jspecify.annotations.NullMarked;
