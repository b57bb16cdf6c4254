/// Whose calls they are: where credentials are found, the tokens that they give, and what is known
/// of who signed in. Knows no service, and no way to one.
@NullMarked
package dev.pollux.cloud.google.credentials;

import org.jspecify.annotations.NullMarked;
