/// Where text in another language is written: templates, schemas, queries.
@NullMarked
package dev.pollux.ui.kit.code;

import org.jspecify.annotations.NullMarked;
