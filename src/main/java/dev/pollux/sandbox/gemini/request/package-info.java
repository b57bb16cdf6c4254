/// What may be asked of the pretend model, and in which words the rest is refused.
@NullMarked
package dev.pollux.sandbox.gemini.request;

import org.jspecify.annotations.NullMarked;
