package dev.pollux.files;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/// A name that an object has twice: JSON leaves open which of the two values holds
/// (https://www.rfc-editor.org/rfc/rfc8259#section-4), so neither is taken.
///
/// @param name as it is written there
/// @param object JSON pointer of the object, empty for the whole
public record DuplicateKey(String name, String object, int line, int column) {
  /// Why text was not read, if it was for that; the reader has to look for it
  /// ([tools.jackson.core.StreamReadFeature#STRICT_DUPLICATE_DETECTION]).
  public static Optional<DuplicateKey> of(JacksonException problem) {
    JsonParser parser = problem instanceof StreamReadException read ? read.processor() : null;
    if (parser == null || !problem.getOriginalMessage().startsWith("Duplicate ")) {
      return Optional.empty();
    }
    TokenStreamContext in = parser.streamReadContext();
    TokenStreamContext around = in.getParent();
    TokenStreamLocation at = problem.getLocation();
    return Optional.of(
        new DuplicateKey(
            String.valueOf(in.currentName()),
            around == null ? "" : around.pathAsPointer().toString(),
            at == null ? 1 : at.getLineNr(),
            at == null ? 1 : at.getColumnNr()));
  }
}
