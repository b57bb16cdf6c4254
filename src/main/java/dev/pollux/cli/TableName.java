package dev.pollux.cli;

import dev.pollux.domain.TableRef;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a table on the command line.
final class TableName implements ITypeConverter<TableRef> {
  @Override
  public TableRef convert(String value) {
    return TableRef.parse(value)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + value + "' is not the name of a table: project.dataset.table"));
  }
}
