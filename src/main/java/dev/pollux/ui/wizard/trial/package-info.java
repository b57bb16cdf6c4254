/// Some rows asked at once, to see what the answers are like.
@NullMarked
package dev.pollux.ui.wizard.trial;

import org.jspecify.annotations.NullMarked;
