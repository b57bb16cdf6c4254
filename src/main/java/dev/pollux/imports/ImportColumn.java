package dev.pollux.imports;

import dev.pollux.domain.value.FieldType;

/// A column of a file, and what it becomes.
///
/// @param inFile what the file calls it
/// @param name what the table calls it
public record ImportColumn(String inFile, String name, FieldType type) {
  public ImportColumn named(String other) {
    return new ImportColumn(inFile, other, type);
  }

  public ImportColumn typed(FieldType other) {
    return new ImportColumn(inFile, name, other);
  }
}
