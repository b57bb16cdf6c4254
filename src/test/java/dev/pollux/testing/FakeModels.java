package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Models;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list of models in memory.
public final class FakeModels implements Models {
  public final List<ListedModel> models =
      new ArrayList<>(List.of(new ListedModel("gemini-2.5-flash", "GA")));
  public Optional<String> base = Optional.empty();
  public Optional<CloudException> failure = Optional.empty();

  @Override
  public List<ListedModel> published() throws CloudException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return List.copyOf(models);
  }

  @Override
  public Optional<String> base(GeminiModel tuned) throws CloudException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return base;
  }
}
