package dev.pollux.prompt;

/// A file that goes with the prompt: a column holds its `gs://` or YouTube address. A row whose
/// address is NULL is asked without the file.
public record FilePart(String column, MimeType mime) {
  /// Where the MIME type comes from.
  public sealed interface MimeType {
    /// The ending of the address; YouTube is `video/mp4`.
    record FromName() implements MimeType {}

    record FromColumn(String column) implements MimeType {}

    record Fixed(String type) implements MimeType {}
  }
}
