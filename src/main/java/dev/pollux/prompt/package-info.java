/// From columns to requests: template, row choice, request SQL, renderer, and checks of all of
/// them.
@NullMarked
package dev.pollux.prompt;

import org.jspecify.annotations.NullMarked;
