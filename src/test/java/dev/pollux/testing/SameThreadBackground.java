package dev.pollux.testing;

import dev.pollux.background.Background;
import dev.pollux.background.Work;
import java.util.function.Consumer;

/// Runs everything at once, on the calling thread: for tests of controllers without a toolkit.
public final class SameThreadBackground implements Background {
  @Override
  public void show(Runnable update) {
    update.run();
  }

  @Override
  public <T> Pending<T> task(String name, Work<T> work) {
    return new Pending<>() {
      private Consumer<T> success = _ -> {};
      private Consumer<Exception> failure =
          e -> {
            throw new AssertionError("nobody handled the failure of '" + name + "'", e);
          };
      private Runnable last = () -> {};

      @Override
      public Pending<T> onSuccess(Consumer<T> action) {
        success = action;
        return this;
      }

      @Override
      public Pending<T> onFailure(Consumer<Exception> action) {
        failure = action;
        return this;
      }

      @Override
      public Pending<T> andFinally(Runnable action) {
        last = action;
        return this;
      }

      @Override
      public Started start() {
        T value;
        try {
          value = work.call((_, _) -> {});
        } catch (Exception e) {
          failure.accept(e);
          last.run();
          return () -> {};
        }
        success.accept(value);
        last.run();
        return () -> {};
      }
    };
  }
}
