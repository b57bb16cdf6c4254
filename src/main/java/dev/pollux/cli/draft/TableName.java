package dev.pollux.cli.draft;

import dev.pollux.domain.table.TableNameParser;
import dev.pollux.domain.table.TableReading;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a table on the command line, and leaves it as it was written: which project is
/// meant where it names none is known when the connection is.
final class TableName implements ITypeConverter<String> {
  private static final String FORMS = "project.dataset.table, or dataset.table of your project";

  @Override
  public String convert(String value) {
    return switch (TableNameParser.read(value, Optional.empty())) {
      case TableReading.Table _ -> value;
      case TableReading.Refused refused when refused.reason() == TableReading.Reason.NO_PROJECT ->
          value;
      case TableReading.Refused _ ->
          throw new TypeConversionException("'" + value + "' is not the name of a table: " + FORMS);
    };
  }
}
