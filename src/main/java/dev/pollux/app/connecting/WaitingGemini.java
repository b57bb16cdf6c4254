package dev.pollux.app.connecting;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;

/// [Gemini] of a cloud that is waited for.
record WaitingGemini(There there) implements Gemini {
  @Override
  public String generate(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    return there.get().gemini().generate(model, location, requestJson);
  }

  @Override
  public long countTokens(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    return there.get().gemini().countTokens(model, location, requestJson);
  }
}
