/// From columns to requests: template, request SQL, validation, models.
@NullMarked
package dev.pollux.prompt;

import org.jspecify.annotations.NullMarked;
