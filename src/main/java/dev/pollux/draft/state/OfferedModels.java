package dev.pollux.draft.state;

import dev.pollux.domain.ListedModel;
import dev.pollux.domain.ModelInfo;
import java.util.List;

/// The models there are.
///
/// @param listed by the service; none while it was not asked or did not answer
/// @param models the catalogue joined with them, as they are offered
public record OfferedModels(List<ListedModel> listed, List<ModelInfo> models) {
  public OfferedModels {
    listed = List.copyOf(listed);
    models = List.copyOf(models);
  }
}
