/// The guided tour: does the main job by itself, through the nodes that a person clicks, and takes
/// pictures.
@NullMarked
package dev.pollux.app.tour;

import org.jspecify.annotations.NullMarked;
