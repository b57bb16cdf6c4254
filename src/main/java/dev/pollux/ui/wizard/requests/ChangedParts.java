package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.Draft;
import java.util.ArrayList;
import java.util.List;

/// What a recipe has changed in a draft, part by part, so that a notice can name it.
final class ChangedParts {
  /// The parts, in the order in which they are named.
  enum Part {
    TEMPLATE,
    SYSTEM,
    ANSWER,
    COLUMNS,
    FILES,
    ROWS,
    MODEL,
    SETTINGS,
    LABELS;

    private Object of(Draft draft) {
      return switch (this) {
        case TEMPLATE -> draft.spec().template().text();
        case SYSTEM -> draft.spec().system();
        case ANSWER -> draft.spec().answer();
        case COLUMNS -> List.of(draft.spec().columns(), draft.spec().guarded());
        case FILES -> draft.spec().files();
        case ROWS -> draft.rows();
        case MODEL -> draft.model();
        case SETTINGS -> draft.spec().settings();
        case LABELS -> draft.labels();
      };
    }
  }

  private ChangedParts() {}

  static List<Part> between(Draft before, Draft after) {
    List<Part> changed = new ArrayList<>();
    for (Part part : Part.values()) {
      if (!part.of(before).equals(part.of(after))) {
        changed.add(part);
      }
    }
    return changed;
  }
}
