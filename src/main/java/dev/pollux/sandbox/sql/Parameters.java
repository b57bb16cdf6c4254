package dev.pollux.sandbox.sql;

import java.util.List;
import java.util.Map;

/// The parameters of a request: by name (`@name`, compared without case) or by position (`?`).
public record Parameters(Map<String, Parameter> named, List<Parameter> positional) {
  public Parameters {
    named = Map.copyOf(named);
    positional = List.copyOf(positional);
  }

  public static Parameters none() {
    return new Parameters(Map.of(), List.of());
  }

  public static Parameters named(Map<String, Parameter> named) {
    return new Parameters(named, List.of());
  }
}
