package dev.pollux.app.connecting;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Models;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import java.util.List;
import java.util.Optional;

/// [Models] of a cloud that is waited for.
record WaitingModels(There there) implements Models {
  @Override
  public List<ListedModel> published() throws CloudException {
    return there.get().models().published();
  }

  @Override
  public Optional<String> base(GeminiModel tuned) throws CloudException {
    return there.get().models().base(tuned);
  }
}
