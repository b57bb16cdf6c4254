package dev.pollux.cloud;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import java.util.List;
import java.util.Optional;

/// Models as the service lists them.
public interface Models {
  /// Google's published models. `stage` is the service's launch stage (`GA`, `PUBLIC_PREVIEW`, …).
  List<ListedModel> published() throws CloudException;

  /// The id of the model that a tuned one was made from, `gemini-2.5-flash`; empty where the
  /// service does not say, or has no such model.
  Optional<String> base(GeminiModel tuned) throws CloudException;
}
