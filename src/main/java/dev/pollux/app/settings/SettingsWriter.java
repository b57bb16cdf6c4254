package dev.pollux.app.settings;

import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what changed a moment later, on a thread of its own, since the screens must not wait for
/// a disk. What could not be written is tried again at the next change and at the end; the person
/// hears of it once, until all could be written again.
final class SettingsWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsWriter.class);
  private static final long SOON_MS = 300;
  private final SettingsStore store;
  private final KeptTexts texts;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("settings").factory());
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicReference<Consumer<StorageNotice>> listener = new AtomicReference<>(_ -> {});
  private boolean told;

  SettingsWriter(SettingsStore store, KeptTexts texts) {
    this.store = store;
    this.texts = texts;
  }

  /// @param notKept hears of it on whatever thread
  void onNotKept(Consumer<StorageNotice> notKept) {
    listener.set(notKept);
  }

  void soon() {
    if (!thread.isShutdown() && due.compareAndSet(false, true)) {
      var _ = thread.schedule(this::write, SOON_MS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void write() {
    due.set(false);
    boolean settings = tried(store::save, store.file());
    boolean kept = tried(texts::save, texts.folder());
    told = told && !(settings && kept);
  }

  private interface Saving {
    void save() throws IOException;
  }

  private boolean tried(Saving saving, Path where) {
    try {
      saving.save();
      return true;
    } catch (IOException e) {
      LOG.warn("{} could not be written", where, e);
      if (!told) {
        told = true;
        listener.get().accept(new StorageNotice.NotKept(where, String.valueOf(e.getMessage())));
      }
      return false;
    }
  }

  /// Writes what was not written so far.
  @Override
  public void close() {
    thread.shutdown();
    write();
  }
}
