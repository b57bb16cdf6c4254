package dev.pollux.ui.kit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for, and then always the same: most of what a
/// window can show is not on its first screen. FX thread only.
public final class Lazy<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  /// @param maker is called once; it must not ask for what it makes
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  public T get() {
    if (made == null) {
      made = Objects.requireNonNull(maker.get());
    }
    return made;
  }

  /// What was made so far.
  public Optional<T> made() {
    return Optional.ofNullable(made);
  }

  /// Tells it something, if it was made.
  public void ifMade(Consumer<T> action) {
    made().ifPresent(action);
  }
}
