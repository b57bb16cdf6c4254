package dev.pollux.cloud;

/// Files in Cloud Storage.
public interface Files {
  /// Whether the object is there and the caller may read it.
  ///
  /// @param uri `gs://bucket/object`
  boolean readable(String uri) throws CloudException;
}
