package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a recipe has changed in a draft, part by part, so that a notice can name it.
final class ChangedParts {
  /// The parts, in the order in which they are named.
  enum Part {
    TEMPLATE(draft -> draft.spec().template().text()),
    SYSTEM(draft -> draft.spec().system()),
    ANSWER(draft -> draft.spec().answer()),
    COLUMNS(draft -> List.of(draft.spec().columns(), draft.spec().guarded())),
    FILES(draft -> draft.spec().files()),
    ROWS(Draft::rows),
    MODEL(Draft::model),
    SETTINGS(draft -> draft.spec().settings()),
    LABELS(Draft::labels);

    private final transient Function<Draft, Object> value;

    Part(Function<Draft, Object> value) {
      this.value = value;
    }
  }

  private ChangedParts() {}

  static List<Part> between(Draft before, Draft after) {
    List<Part> changed = new ArrayList<>();
    for (Part part : Part.values()) {
      if (!part.value.apply(before).equals(part.value.apply(after))) {
        changed.add(part);
      }
    }
    return changed;
  }
}
