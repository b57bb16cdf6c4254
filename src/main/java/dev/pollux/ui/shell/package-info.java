/// The main window; implements Navigation; the only room that sees features.
@NullMarked
package dev.pollux.ui.shell;

import org.jspecify.annotations.NullMarked;
