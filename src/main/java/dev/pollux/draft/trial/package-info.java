/// Some rows that are asked at once, at online price: which are drawn, the call, the answers.
@NullMarked
package dev.pollux.draft.trial;

import org.jspecify.annotations.NullMarked;
