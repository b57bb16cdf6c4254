/// What the pretend model writes: free text, and values that fit a schema.
@NullMarked
package dev.pollux.sandbox.gemini.answer;

import org.jspecify.annotations.NullMarked;
