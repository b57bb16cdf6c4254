/// Answers as columns: which members an answer has, as the `responseSchema` that batch jobs accept.
@NullMarked
package dev.pollux.prompt.answer;

import org.jspecify.annotations.NullMarked;
