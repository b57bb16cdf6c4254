/// What the columns of the shown table hold, as a tab of it: of its first rows free of charge, of
/// all by a query that says its price first.
@NullMarked
package dev.pollux.ui.browser.profile;

import org.jspecify.annotations.NullMarked;
