package dev.pollux.ui.wizard.source;

import dev.pollux.domain.value.Field;
import dev.pollux.text.Words;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;

/// Whether a column goes beside the answers; a click changes it, and the space bar on its row: the
/// Tab key does not stop at a hundred boxes.
final class PassCell extends TableCell<Field, Field> {
  private final Words words;
  private final Predicate<Field> passes;
  private final CheckBox box = new CheckBox();

  PassCell(SourceController controller, Words words, Predicate<Field> passes) {
    this.words = words;
    this.passes = passes;
    box.setFocusTraversable(false);
    box.setOnAction(_ -> controller.onPass(getItem().name(), box.isSelected()));
  }

  @Override
  protected void updateItem(Field field, boolean empty) {
    super.updateItem(field, empty);
    if (empty || field == null) {
      setGraphic(null);
      return;
    }
    box.setId("wizard-source-pass-" + field.name());
    box.setAccessibleText(words.get("wizard.source.pass", field.name()));
    box.setSelected(passes.test(field));
    setGraphic(box);
  }
}
