/// A failure becomes words, then a banner or a dialog.
@NullMarked
package dev.pollux.ui.feedback;

import org.jspecify.annotations.NullMarked;
