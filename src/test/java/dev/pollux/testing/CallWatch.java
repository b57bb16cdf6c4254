package dev.pollux.testing;

/// Hears of each moment before and after a call that moves a run on: a process that is killed there
/// is what some tests are about.
@FunctionalInterface
public interface CallWatch {
  /// @param point `before journal SUBMITTING`, `after jobs.create`
  void at(String point);

  /// What is called.
  @FunctionalInterface
  interface Call<T, E extends Exception> {
    T call() throws E, InterruptedException;
  }

  /// Makes a call, with its two moments.
  default <T, E extends Exception> T around(String name, Call<T, E> call)
      throws E, InterruptedException {
    at("before " + name);
    T answer = call.call();
    at("after " + name);
    return answer;
  }
}
