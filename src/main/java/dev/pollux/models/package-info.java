/// What each Gemini model is: the dated catalogue (a bundled file, the person's own file over it,
/// joined with what the service lists), the settings it takes, its places and dates, and prices.
@NullMarked
package dev.pollux.models;

import org.jspecify.annotations.NullMarked;
