/// The only room that speaks to Google; endpoint and credentials are parameters.
@NullMarked
package dev.pollux.cloud.google;

import org.jspecify.annotations.NullMarked;
