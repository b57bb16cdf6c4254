package dev.pollux.ui.kit;

import java.util.Collection;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;

/// Keeps a box as wide as its widest entry needs, whichever is chosen: what stands beside it stays.
public final class SteadyWidth {
  /// What a box has besides the text: its padding and its arrow.
  private static final double AROUND = 48;

  /// Of a box of names that has none yet.
  private static final double LEAST = 90;

  /// Of the names that people gave, so many are measured: there may be the columns of a table that
  /// has ten thousand, and each takes its time.
  private static final int FIRST = 100;

  private SteadyWidth() {}

  /// Its entries stay what they are, or become others, which may need more.
  public static <T> void of(ComboBox<T> box) {
    box.getItems().addListener((ListChangeListener<T>) _ -> of(box, box.getItems()));
    of(box, box.getItems());
  }

  /// @param all what may ever be among its entries
  public static <T> void of(ComboBox<T> box, Collection<T> all) {
    double wide = Math.max(box.getMinWidth(), widest(box, all));
    box.setMinWidth(wide);
    box.setPrefWidth(wide);
  }

  /// A box of names that people gave: the widest of the first hundred decides, up to a bound.
  ///
  /// @param most pixels; a longer name ends with an ellipsis
  public static <T> void names(ComboBox<T> box, double most) {
    box.getItems().addListener((ListChangeListener<T>) _ -> bounded(box, most));
    bounded(box, most);
  }

  private static <T> void bounded(ComboBox<T> box, double most) {
    double wide =
        Math.clamp(widest(box, box.getItems().stream().limit(FIRST).toList()), LEAST, most);
    box.setMinWidth(wide);
    box.setPrefWidth(wide);
  }

  /// The open list is as wide as its first entries need. JavaFX draws each of all to measure it.
  public static void ofFirst(ComboBox<?> box) {
    box.getProperties().put("comboBoxRowsToMeasureWidth", FIRST);
  }

  /// How wide a box has to be for an entry.
  public static double around(String entry) {
    return Math.ceil(TextWidth.of(entry)) + AROUND;
  }

  private static <T> double widest(ComboBox<T> box, Collection<T> all) {
    return all.stream()
        .map(box.getConverter()::toString)
        .mapToDouble(SteadyWidth::around)
        .max()
        .orElse(AROUND);
  }
}
