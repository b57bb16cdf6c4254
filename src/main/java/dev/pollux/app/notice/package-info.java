/// Notices on the desktop.
@NullMarked
package dev.pollux.app.notice;

import org.jspecify.annotations.NullMarked;
