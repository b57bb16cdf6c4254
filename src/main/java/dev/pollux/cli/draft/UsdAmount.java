package dev.pollux.cli.draft;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an amount in USD on the command line.
final class UsdAmount implements ITypeConverter<Double> {
  @Override
  public Double convert(String typed) {
    if (!typed.matches("\\d{1,9}(\\.\\d{1,6})?")) {
      throw new TypeConversionException("'" + typed + "' is not an amount in USD, as in 12.50");
    }
    return Double.valueOf(typed);
  }
}
