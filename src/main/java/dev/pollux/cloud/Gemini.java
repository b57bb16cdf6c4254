package dev.pollux.cloud;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;

/// One request answered now, at online price. Requests and responses are the service's JSON
/// (GenerateContentRequest, GenerateContentResponse).
public interface Gemini {
  String generate(GeminiModel model, Location location, String requestJson) throws CloudException;

  /// The tokens of the request's contents and system instruction. Free of charge.
  long countTokens(GeminiModel model, Location location, String requestJson) throws CloudException;
}
