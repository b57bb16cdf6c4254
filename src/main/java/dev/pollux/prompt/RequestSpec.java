package dev.pollux.prompt;

import java.util.Optional;

/// What is asked of every row.
public record RequestSpec(Template template, Optional<String> system) {
  public static RequestSpec of(String template, String system) {
    return new RequestSpec(
        Template.parse(template), system.isBlank() ? Optional.empty() : Optional.of(system));
  }
}
