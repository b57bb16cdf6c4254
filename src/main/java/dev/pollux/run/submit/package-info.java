/// From a plan to a job that the service has, once and only once.
@NullMarked
package dev.pollux.run.submit;

import org.jspecify.annotations.NullMarked;
