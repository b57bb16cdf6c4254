/// The columns of the answer: their names, types, values and meaning.
@NullMarked
package dev.pollux.ui.wizard.requests.answer;

import org.jspecify.annotations.NullMarked;
