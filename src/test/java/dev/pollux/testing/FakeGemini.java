package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Answers every request with the same response.
public final class FakeGemini implements Gemini {
  public final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  public String response =
      """
      {"candidates":[{"content":{"role":"model","parts":[{"text":"yes"}]},"finishReason":"STOP"}]}
      """;
  public long tokens = 10;
  public Optional<CloudException> failure = Optional.empty();

  /// Which models there are, and where.
  public BiPredicate<GeminiModel, Location> serves = (model, location) -> true;

  @Override
  public String generate(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    ask(model, location, requestJson);
    return response;
  }

  @Override
  public long countTokens(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    ask(model, location, requestJson);
    return tokens;
  }

  private void ask(GeminiModel model, Location location, String requestJson) throws CloudException {
    requests.add(requestJson);
    if (!serves.test(model, location)) {
      throw new CloudException.NotFound(model.name(), "NOT_FOUND", null);
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
