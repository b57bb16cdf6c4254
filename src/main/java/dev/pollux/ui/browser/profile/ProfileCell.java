package dev.pollux.ui.browser.profile;

import dev.pollux.profile.ColumnProfile;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// One figure of a column; the whole line is said to who does not see it.
final class ProfileCell extends TableCell<ColumnProfile, ColumnProfile> {
  private final Function<ColumnProfile, String> text;
  private final Function<ColumnProfile, String> sentence;

  ProfileCell(Function<ColumnProfile, String> text, Function<ColumnProfile, String> sentence) {
    this.text = text;
    this.sentence = sentence;
  }

  @Override
  protected void updateItem(@Nullable ColumnProfile of, boolean empty) {
    super.updateItem(of, empty);
    if (empty || of == null) {
      setText("");
      setAccessibleText("");
      setTooltip(null);
      return;
    }
    setText(text.apply(of));
    setAccessibleText(text.apply(of) + ". " + sentence.apply(of));
    setTooltip(new Tooltip(sentence.apply(of)));
  }
}
