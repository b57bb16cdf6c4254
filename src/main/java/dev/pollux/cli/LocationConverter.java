package dev.pollux.cli;

import dev.pollux.domain.Location;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a location on the command line: `europe-west4`, `global`.
public final class LocationConverter implements ITypeConverter<Location> {
  @Override
  public Location convert(String typed) {
    try {
      return new Location(typed);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
