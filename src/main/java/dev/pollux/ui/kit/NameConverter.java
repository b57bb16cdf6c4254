package dev.pollux.ui.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The names of what can be chosen in a box in which nothing is typed.
///
/// @param <T> what is chosen
public final class NameConverter<T> extends StringConverter<T> {
  private final Function<T, String> name;

  public NameConverter(Function<T, String> name) {
    this.name = name;
  }

  /// The name; empty where nothing is chosen.
  @Override
  public String toString(@Nullable T one) {
    return one == null ? "" : name.apply(one);
  }

  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
