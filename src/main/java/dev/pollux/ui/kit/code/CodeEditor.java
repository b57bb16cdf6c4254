package dev.pollux.ui.kit.code;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;

/// A field for text that has a form: parts of it are marked, and words are completed. What draws it
/// is incubating in JavaFX, so nothing else knows it.
public interface CodeEditor {
  /// A stretch of the text (0-based, the end behind its last character), and the CSS class that
  /// draws it. `wrong` underlines it.
  record Mark(int start, int end, String styleClass, boolean wrong) {}

  /// What can be written at the caret: the words, and where the written part of it began.
  ///
  /// @param ending is written behind the word, unless it stands there already
  record Completion(int start, List<String> words, String ending) {
    public Completion(int start, List<String> words) {
      this(start, words, "");
    }
  }

  Region node();

  /// The whole text, with `\n` between lines.
  StringProperty text();

  /// Puts text where the caret is.
  void insert(String text);

  /// Says which stretches are marked; asked again with each change, and when this is called.
  void setMarks(Function<String, List<Mark>> marks);

  /// Says what can be completed in a text that ends where the caret is; an empty list for nothing.
  void setCompletion(Function<String, Completion> completion);
}
