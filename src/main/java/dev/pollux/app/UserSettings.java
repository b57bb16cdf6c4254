package dev.pollux.app;

import dev.pollux.cost.Budget;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.DraftJson;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import dev.pollux.ui.browser.PinnedTables;
import dev.pollux.ui.shell.ShellController;
import dev.pollux.ui.wizard.CostKnowledge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What survives a restart, as the screens ask for it. It is written a moment later by a thread of
/// its own, since the screens must not wait for a disk. A setting that cannot be written costs a
/// line in the log, not the person's work.
final class UserSettings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UserSettings.class);

  private static final long SOON_MS = 300;
  private final SettingsStore store;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("settings").factory());
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicReference<@Nullable Draft> draft = new AtomicReference<>();

  UserSettings(SettingsStore store) {
    this.store = store;
  }

  Settings settings() {
    return store.settings();
  }

  private void update(UnaryOperator<Settings> change) {
    store.change(change);
    soon();
  }

  private void soon() {
    if (due.compareAndSet(false, true)) {
      var _ = writer.schedule(this::write, SOON_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void write() {
    due.set(false);
    @Nullable Draft kept = draft.getAndSet(null);
    if (kept != null) {
      store.change(s -> s.withWizardDraft(Optional.of(DraftJson.write(kept))));
    }
    try {
      store.save();
    } catch (IOException e) {
      LOG.warn("The settings could not be kept", e);
    }
  }

  /// Writes what was not written so far.
  @Override
  public void close() {
    writer.shutdown();
    write();
  }

  /// Pinned and recent tables, for the browser.
  PinnedTables shelf() {
    return new PinnedTables() {
      @Override
      public List<TableRef> pinned() {
        return settings().pinned();
      }

      @Override
      public List<TableRef> recent() {
        return settings().recent();
      }

      @Override
      public void opened(TableRef table) {
        update(s -> s.withLastTable(table));
      }

      @Override
      public void pin(TableRef table, boolean on) {
        update(s -> {
          List<TableRef> all = new ArrayList<>(s.pinned());
          all.remove(table);
          if (on) {
            all.add(table);
          }
          return s.withPinned(all);
        });
      }
    };
  }

  void rememberWindow(Settings.Window window) {
    update(s -> s.withWindow(window));
  }

  /// The last table that was open.
  Optional<TableRef> lastTable() {
    return settings().lastTable();
  }

  void keepDraft(Draft kept) {
    draft.set(kept);
    soon();
  }

  Optional<Draft> draft() {
    return Optional.ofNullable(draft.get())
        .or(() -> settings().wizardDraft().flatMap(DraftJson::read));
  }

  Connection connection() {
    Settings s = settings();
    return s.connection() == Settings.Where.GOOGLE && s.googleProject().isPresent()
        ? new Connection.Google(s.googleProject().get(), s.googleLocation())
        : CloudConnector.sandboxConnection();
  }

  void remember(Connection connection) {
    switch (connection) {
      case Connection.Sandbox _ -> update(Settings::onSandbox);
      case Connection.Google(String project, Location location) ->
          update(s -> s.onGoogle(project, location));
    }
  }

  Locale locale() {
    return switch (settings().language()) {
      case SYSTEM -> Locale.getDefault();
      case EN -> Locale.US;
      case FR -> Locale.FRANCE;
    };
  }

  /// What is known of models and prices, the person's own files over the bundled ones, and the
  /// limits on what a job may cost.
  CostKnowledge costs() {
    Path own = store.file().toAbsolutePath().getParent();
    return new CostKnowledge(
        ModelCatalog.load(Optional.ofNullable(own).map(at -> at.resolve("models.json"))),
        PriceList.load(Optional.ofNullable(own).map(at -> at.resolve("prices.json"))),
        () -> new Budget(settings().spending().askAbove(), settings().spending().cap()),
        kept -> update(s -> s.withSpending(new Settings.Spending(kept.askAbove(), kept.cap()))));
  }

  /// The gear menu's choices.
  ShellController.Preferences preferences(Runnable themeChanged, Runnable languageChanged) {
    return new ShellController.Preferences() {
      @Override
      public String theme() {
        return settings().theme().name().toLowerCase(Locale.ROOT);
      }

      @Override
      public void setTheme(String theme) {
        update(s -> s.withTheme(Settings.Theme.valueOf(theme.toUpperCase(Locale.ROOT))));
        themeChanged.run();
      }

      @Override
      public String language() {
        return settings().language().name().toLowerCase(Locale.ROOT);
      }

      @Override
      public void setLanguage(String language) {
        update(s -> s.withLanguage(Settings.Language.valueOf(language.toUpperCase(Locale.ROOT))));
        languageChanged.run();
      }
    };
  }
}
