package dev.pollux.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A file that goes with the prompt: a column holds its `gs://` or YouTube address. A row whose
/// address is NULL is asked without the file.
public record FilePart(String column, MimeType mime) {
  /// The columns that files are of, those with a MIME type too, in the order of the files.
  public static List<String> columns(List<FilePart> files) {
    Set<String> names = new LinkedHashSet<>();
    for (FilePart file : files) {
      names.add(file.column());
      if (file.mime() instanceof MimeType.FromColumn(String column)) {
        names.add(column);
      }
    }
    return List.copyOf(names);
  }

  /// Where the MIME type comes from.
  public sealed interface MimeType {
    /// The ending of the address; YouTube is `video/mp4`.
    record FromName() implements MimeType {}

    record FromColumn(String column) implements MimeType {}

    record Fixed(String type) implements MimeType {}
  }
}
