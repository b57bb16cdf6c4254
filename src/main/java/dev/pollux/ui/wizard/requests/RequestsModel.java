package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.Draft;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the step shows beyond the draft: which page is in front, which row is previewed and how,
/// and what was said last about a recipe.
final class RequestsModel {
  /// The pages on the right.
  enum Page {
    PREVIEW,
    TRIAL,
    ROWS,
    COLUMNS
  }

  /// A recipe came into the draft, or was saved.
  ///
  /// @param text what it set, after what of it needs a look
  /// @param full the same with all that it changed where nobody may look, each on a line of its own
  /// @param warns whether it sends more, or guards less, than what was asked before
  /// @param undoable whether it changed the draft, so that it can be taken back
  /// @param taken the draft that it made; the notice is about no other
  record Notice(String text, String full, boolean warns, boolean undoable, Draft taken) {}

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.PREVIEW);
  private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(Preview.NONE);
  private final ObjectProperty<Boolean> asJson = new SimpleObjectProperty<>(false);
  private final ObjectProperty<OptionalLong> tokens =
      new SimpleObjectProperty<>(OptionalLong.empty());
  private final ObjectProperty<Optional<Notice>> notice =
      new SimpleObjectProperty<>(Optional.empty());

  ReadOnlyObjectProperty<Page> page() {
    return page;
  }

  /// What the row will send.
  ReadOnlyObjectProperty<Preview> preview() {
    return preview;
  }

  /// Whether the preview shows the whole request.
  ReadOnlyObjectProperty<Boolean> asJson() {
    return asJson;
  }

  /// The tokens of the request in the preview; empty while they are not counted.
  ReadOnlyObjectProperty<OptionalLong> tokens() {
    return tokens;
  }

  ReadOnlyObjectProperty<Optional<Notice>> notice() {
    return notice;
  }

  void page(Page now) {
    page.set(now);
  }

  void preview(Preview now) {
    preview.set(now);
  }

  void asJson(boolean now) {
    asJson.set(now);
  }

  void tokens(OptionalLong now) {
    tokens.set(now);
  }

  void notice(Optional<Notice> now) {
    notice.set(now);
  }
}
