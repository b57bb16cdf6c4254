package dev.pollux.ui.browser.profile;

import dev.pollux.profile.ColumnProfile;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// One figure of a column; the whole line is said to who does not see it. It is put into words when
/// somebody asks, and its window is made when the pointer comes: for all cells that are in sight
/// both would hold the screens for longer than a picture may take.
final class ProfileCell extends TableCell<ColumnProfile, ColumnProfile> {
  private final Function<ColumnProfile, String> text;
  private final Function<ColumnProfile, String> sentence;

  ProfileCell(Function<ColumnProfile, String> text, Function<ColumnProfile, String> sentence) {
    this.text = text;
    this.sentence = sentence;
    hoverProperty().subscribe(this::tell);
  }

  @Override
  protected void updateItem(@Nullable ColumnProfile of, boolean empty) {
    super.updateItem(of, empty);
    setText(empty || of == null ? "" : text.apply(of));
    tell(isHover());
  }

  private void tell(boolean pointed) {
    Optional<String> said = pointed ? said() : Optional.empty();
    if (said.isEmpty()) {
      setTooltip(null);
    } else if (getTooltip() == null) {
      setTooltip(new Tooltip(said.get()));
    } else {
      getTooltip().setText(said.get());
    }
  }

  private Optional<String> said() {
    return isEmpty() ? Optional.empty() : Optional.ofNullable(getItem()).map(sentence);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? said().map(all -> getText() + ". " + all).orElse("")
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
