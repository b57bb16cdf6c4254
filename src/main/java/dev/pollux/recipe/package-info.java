/// Recipes: what is asked of rows, with model, settings and row choice, in one `.pollux.json` file
/// that people keep and hand on.
@NullMarked
package dev.pollux.recipe;

import org.jspecify.annotations.NullMarked;
