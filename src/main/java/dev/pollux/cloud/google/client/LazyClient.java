package dev.pollux.cloud.google.client;

import dev.pollux.cloud.CloudException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A client that is made by the first call that needs it: what it is made of may not be known
/// before.
public final class LazyClient<T> {
  /// Makes it; may wait.
  public interface Maker<T> {
    T make() throws CloudException;
  }

  private final Maker<T> maker;
  private volatile @Nullable T made;

  /// @param maker makes it, at the first call
  public LazyClient(Maker<T> maker) {
    this.maker = maker;
  }

  /// Two threads that come first at the same time may make two of them, and one is forgotten. A
  /// lock instead would keep a thread that was told to stop waiting for the other.
  public T get() throws CloudException {
    T known = made;
    if (known == null) {
      known = maker.make();
      made = known;
    }
    return known;
  }

  /// The client, if a call has needed it by now.
  public Optional<T> made() {
    return Optional.ofNullable(made);
  }
}
