package dev.pollux.sandbox.store.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much the rows of one statement may take on the disk. DuckDB itself has a limit for what it
/// sets aside while it works, and none for what it writes: a join of a table with itself would go
/// on until the disk is full.
public final class DiskLimit {
  private static final Logger LOG = LoggerFactory.getLogger(DiskLimit.class);

  /// Bytes that a statement may add to the sandbox's files; the service's own results have at most
  /// 10 GB ([limits](https://cloud.google.com/bigquery/quotas#query_jobs)).
  private static final long MOST = 4L << 30;

  /// Bytes that stay free on the disk.
  private static final long FREE = 512L << 20;

  private static final long EVERY_MILLIS = 200;

  private final Path directory;
  private final long most;

  DiskLimit(Path directory) {
    this(directory, MOST);
  }

  DiskLimit(Path directory, long most) {
    this.directory = directory;
    this.most = most;
  }

  /// Looks at the disk until it is closed.
  ///
  /// @param stop ends the statement; called once, when it has too much
  Watch watch(Runnable stop) {
    Watch watch = new Watch(stop);
    watch.thread = Thread.ofVirtual().start(watch::run);
    return watch;
  }

  /// One statement's growth.
  final class Watch implements AutoCloseable {
    private final Runnable stop;
    private Thread thread = Thread.currentThread();
    private volatile boolean closed;
    private volatile boolean exceeded;

    private Watch(Runnable stop) {
      this.stop = stop;
    }

    private void run() {
      try {
        long before = size();
        while (!closed) {
          Thread.sleep(EVERY_MILLIS);
          if (!closed && (size() - before > most || isFull())) {
            exceeded = true;
            stop.run();
            return;
          }
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        LOG.warn("The disk cannot be looked at: a statement runs without a limit", e);
      }
    }

    boolean exceeded() {
      return exceeded;
    }

    @Override
    public void close() {
      closed = true;
      thread.interrupt();
    }
  }

  /// A folder that is gone has no room, and that is another trouble.
  private boolean isFull() {
    return Files.isDirectory(directory) && directory.toFile().getUsableSpace() < FREE;
  }

  private long size() throws IOException {
    Sizes sizes = new Sizes();
    Files.walkFileTree(directory, sizes);
    return sizes.sum;
  }

  /// Adds up what files there are. Uploads, and what DuckDB sets aside, come and go meanwhile.
  private static final class Sizes extends SimpleFileVisitor<Path> {
    private long sum;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      sum += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path gone, IOException why) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
