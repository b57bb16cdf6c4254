/// What was looked at before sending, and what was found. Words are not here: a finding has their
/// key.
@NullMarked
package dev.pollux.prompt.finding;

import org.jspecify.annotations.NullMarked;
