package dev.pollux.draft;

import dev.pollux.prompt.MarkKey;
import dev.pollux.settings.KeptTexts;

/// The secret of this installation, from which the marks around row data are made: the same for the
/// window and for the commands, so that both make the same requests of the same rows.
public final class KeptMarkKey {
  private static final String NAME = "mark-key";

  private KeptMarkKey() {}

  /// Made when it is first needed, and kept; whoever opened the texts saves them.
  public static MarkKey of(KeptTexts texts) {
    return texts
        .text(NAME)
        .flatMap(MarkKey::parse)
        .orElseGet(() -> {
          MarkKey made = MarkKey.random();
          texts.keep(NAME, made.hex());
          return made;
        });
  }
}
