/// What is known of Gemini models and of the settings they take: a dated file that is bundled, the
/// person's own file over it, joined with what the service lists.
@NullMarked
package dev.pollux.prompt.catalog;

import org.jspecify.annotations.NullMarked;
