/// Answers as columns: which members an answer has, as the `responseSchema` that batch jobs accept;
/// what is wrong with such a schema; reading one that was pasted; and whether an answer meets it.
@NullMarked
package dev.pollux.prompt.answer;

import org.jspecify.annotations.NullMarked;
