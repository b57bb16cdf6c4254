package dev.pollux.testing;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Trials beside one another, each with something that only one of them has at a time.
public final class Lanes<T extends Closeable> implements AutoCloseable {
  private final List<T> all = new ArrayList<>();
  private final BlockingQueue<T> free;

  /// Makes what a lane has.
  public interface Opener<T> {
    T open() throws Exception;
  }

  /// One trial.
  public interface Trial<T> {
    void run(T lane, int seed) throws Exception;
  }

  private Lanes(int lanes) {
    free = new ArrayBlockingQueue<>(lanes);
  }

  public static <T extends Closeable> Lanes<T> of(int number, Opener<T> opener) throws Exception {
    Lanes<T> lanes = new Lanes<>(number);
    for (int lane = 0; lane < number; lane++) {
      lanes.all.add(opener.open());
    }
    lanes.free.addAll(lanes.all);
    return lanes;
  }

  /// Runs a trial for each seed from 0, and throws what the first of them threw.
  public void each(int seeds, Trial<T> trial) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < seeds; i++) {
        int seed = i;
        running.add(
            threads.submit(() -> {
              run(seed, trial);
              return seed;
            }));
      }
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e;
      }
    }
  }

  private void run(int seed, Trial<T> trial) throws Exception {
    T lane = free.take();
    try {
      trial.run(lane, seed);
    } finally {
      free.add(lane);
    }
  }

  @Override
  public void close() throws IOException {
    for (T lane : all) {
      lane.close();
    }
  }
}
