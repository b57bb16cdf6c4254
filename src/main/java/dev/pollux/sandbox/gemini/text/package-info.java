/// What the pretend model reads out of a text: its sentences, its subject, its language.
@NullMarked
package dev.pollux.sandbox.gemini.text;

import org.jspecify.annotations.NullMarked;
