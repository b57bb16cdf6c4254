package dev.pollux.imports;

import java.io.IOException;
import java.util.List;

/// A file that cannot be read as it was to be, as a sentence of the word files.
public final class ImportFault extends IOException {
  private static final long serialVersionUID = 1;
  private final String words;
  private final transient List<Object> args;

  /// @param words the key of the sentence
  /// @param args what stands in it
  ImportFault(String words, Object... args) {
    super(words + " " + List.of(args));
    this.words = words;
    this.args = List.of(args);
  }

  /// A row that is too long for the memory, in a file that has no lines.
  static ImportFault longRow(long row) {
    return new ImportFault("imports.long-row", row, FileText.MOST_OF_A_ROW);
  }

  public String words() {
    return words;
  }

  /// Whether the file may be read in another form, with another separator or encoding.
  public boolean isOfForm() {
    return !words.equals("imports.empty");
  }

  public List<Object> args() {
    return args;
  }
}
