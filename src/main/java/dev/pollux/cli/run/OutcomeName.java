package dev.pollux.cli.run;

import dev.pollux.results.outcome.OutcomeKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what became of rows on the command line: `failed`.
final class OutcomeName implements ITypeConverter<OutcomeKind> {
  @Override
  public OutcomeKind convert(String typed) {
    return Arrays.stream(OutcomeKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(typed.strip()))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + typed
                    + "' is none of "
                    + Arrays.stream(OutcomeKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }
}
