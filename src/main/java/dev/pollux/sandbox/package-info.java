/// A pretend cloud on 127.0.0.1. It imports nothing of ours, and nothing but `cli` and `app`
/// imports it.
@NullMarked
package dev.pollux.sandbox;

import org.jspecify.annotations.NullMarked;
