package dev.pollux.sandbox.sql.type;

import java.util.List;
import java.util.Map;

/// The parameters of a request: by name (`@name`, compared without case) or by position (`?`).
public record Parameters(Map<String, Parameter> named, List<Parameter> positional) {
  public Parameters {
    named = Map.copyOf(named);
    positional = List.copyOf(positional);
  }

  /// Of a request that has none.
  public static Parameters none() {
    return new Parameters(Map.of(), List.of());
  }

  /// Of a request that names all of them.
  public static Parameters named(Map<String, Parameter> named) {
    return new Parameters(named, List.of());
  }
}
