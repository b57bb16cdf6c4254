package dev.pollux.cli.run;

import dev.pollux.results.outcome.RowFate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what became of a row on the command line: `capacity`, `not-found`.
final class FateName implements ITypeConverter<RowFate> {
  @Override
  public RowFate convert(String typed) {
    return Arrays.stream(RowFate.values())
        .filter(fate -> fate != RowFate.ANSWERED && name(fate).equals(typed))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is none of %s"
                    .formatted(
                        typed,
                        Arrays.stream(RowFate.values())
                            .filter(fate -> fate != RowFate.ANSWERED)
                            .map(FateName::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static String name(RowFate fate) {
    return fate.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
