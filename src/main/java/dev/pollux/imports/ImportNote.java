package dev.pollux.imports;

import java.util.List;

/// What a person should know of a file before it is sent, as a sentence of the word files.
///
/// @param words the key of the sentence
/// @param args what stands in it
public record ImportNote(String words, List<Object> args) {
  public ImportNote {
    args = List.copyOf(args);
  }
}
