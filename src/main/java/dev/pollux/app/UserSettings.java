package dev.pollux.app;

import dev.pollux.app.cloud.CloudConnector;
import dev.pollux.app.notice.JobNotices;
import dev.pollux.cost.Budget;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.DraftJson;
import dev.pollux.draft.KeptMarkKey;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.settings.KeptConnection;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.StorageNotice;
import dev.pollux.ui.catalog.PinnedTables;
import dev.pollux.ui.connection.KeptConnections;
import dev.pollux.ui.kit.LayoutMemory;
import dev.pollux.ui.settings.KeptSettings;
import dev.pollux.ui.shell.ShellController;
import dev.pollux.ui.wizard.WizardSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What survives a restart, as the screens ask for it.
final class UserSettings implements AutoCloseable {
  private static final String DRAFT = "draft";
  private static final String TELL = "tell-of-jobs";
  private static final String NOT = "no";

  private final SettingsStore store;
  private final KeptTexts texts;
  private final SettingsWriter writer;

  UserSettings(SettingsStore store, KeptTexts texts) {
    this.store = store;
    this.texts = texts;
    this.writer = new SettingsWriter(store, texts);
    store.takeOut("wizardDraft").ifPresent(draft -> texts.keep(DRAFT, draft));
    writer.soon();
  }

  /// What was found in the files that the person should know.
  List<StorageNotice> notices() {
    return Stream.concat(store.notices().stream(), texts.notices().stream()).toList();
  }

  /// @param told hears when something cannot be written, on whatever thread
  void onNotKept(Consumer<StorageNotice> told) {
    writer.onNotKept(told);
  }

  Settings settings() {
    return store.settings();
  }

  private void update(UnaryOperator<Settings> change) {
    store.change(change);
    writer.soon();
  }

  /// Writes what was not written so far.
  @Override
  public void close() {
    writer.close();
  }

  /// Keeps a text under a name, of letters, digits and hyphens: now in memory, a moment later on
  /// the disk.
  void keep(String name, String text) {
    texts.keep(name, text);
    writer.soon();
  }

  /// What was kept last under that name.
  Optional<String> kept(String name) {
    return texts.text(name);
  }

  void forget(String name) {
    texts.forget(name);
    writer.soon();
  }

  void keep(Settings.Window window) {
    update(s -> s.with(window));
  }

  /// Dividers and columns, for the window.
  LayoutMemory layout() {
    return new LayoutMemory() {
      @Override
      public OptionalDouble split(String pane) {
        return UserSettings.this.split(pane);
      }

      @Override
      public void keepSplit(String pane, double position) {
        UserSettings.this.keepSplit(pane, position);
      }

      @Override
      public OptionalDouble columnWidth(String column) {
        return UserSettings.this.columnWidth(column);
      }

      @Override
      public void keepColumnWidth(String column, double width) {
        UserSettings.this.keepColumnWidth(column, width);
      }

      @Override
      public Optional<Boolean> columnShown(String column) {
        return Optional.ofNullable(settings().layout().columnsShown().get(column));
      }

      @Override
      public void keepColumnShown(String column, boolean shown) {
        update(s -> s.withColumnShown(column, shown));
      }
    };
  }

  /// The position of a divider, from 0 to 1, where the person left it.
  OptionalDouble split(String pane) {
    @Nullable Double position = settings().layout().splits().get(pane);
    return position == null ? OptionalDouble.empty() : OptionalDouble.of(position);
  }

  void keepSplit(String pane, double position) {
    update(s -> s.withSplit(pane, position));
  }

  /// The width of a column, in pixels, as the person left it.
  OptionalDouble columnWidth(String column) {
    @Nullable Double width = settings().layout().columns().get(column);
    return width == null ? OptionalDouble.empty() : OptionalDouble.of(width);
  }

  void keepColumnWidth(String column, double width) {
    update(s -> s.withColumn(column, width));
  }

  /// Pinned and recent tables, for the browser.
  PinnedTables shelf() {
    return new PinnedTables() {
      @Override
      public List<TableRef> pinned() {
        return settings().tables().pinned();
      }

      @Override
      public List<TableRef> recent() {
        return settings().tables().recent();
      }

      @Override
      public void opened(TableRef table) {
        update(s -> s.opened(table));
      }

      @Override
      public void pin(TableRef table, boolean on) {
        update(s -> s.pin(table, on));
      }
    };
  }

  /// The last table that was open.
  Optional<TableRef> lastTable() {
    return settings().tables().lastTable();
  }

  void keepDraft(Draft draft) {
    keep(DRAFT, DraftJson.write(draft));
  }

  Optional<Draft> draft() {
    return kept(DRAFT).flatMap(DraftJson::read);
  }

  /// Of which jobs the person was told, and whether they want to be.
  JobNotices.Memory notices(String project) {
    String told = "told-of-jobs-" + Integer.toHexString(project.hashCode());
    return new JobNotices.Memory() {
      @Override
      public Optional<String> told() {
        return kept(told);
      }

      @Override
      public void keepTold(String keys) {
        UserSettings.this.keep(told, keys);
      }

      @Override
      public boolean isOn() {
        return tells();
      }

      @Override
      public void setOn(boolean on) {
        tell(on);
      }
    };
  }

  private boolean tells() {
    return !kept(TELL).equals(Optional.of(NOT));
  }

  private void tell(boolean on) {
    keep(TELL, on ? "yes" : NOT);
  }

  Connection connection() {
    return settings()
        .cloud()
        .google()
        .<Connection>map(google -> google)
        .orElseGet(CloudConnector::sandboxConnection);
  }

  void remember(Connection connection) {
    switch (connection) {
      case Connection.Sandbox _ -> update(Settings::onSandbox);
      case Connection.Google google -> update(s -> s.onGoogle(google));
    }
  }

  /// The connections to Google that are kept, for the panel.
  KeptConnections connections() {
    return new KeptConnections() {
      @Override
      public List<KeptConnection> all() {
        return settings().cloud().connections();
      }

      @Override
      public void keep(Optional<String> before, KeptConnection now) {
        update(s -> s.keep(before, now));
      }

      @Override
      public void forget(String name) {
        update(s -> s.forget(name));
      }
    };
  }

  Locale locale() {
    return switch (settings().appearance().language()) {
      case SYSTEM -> Locale.getDefault();
      case EN -> Locale.US;
      case FR -> Locale.FRANCE;
    };
  }

  /// The limits that hold now.
  Budget budget() {
    Settings.Spending spending = settings().spending();
    return new Budget(spending.askAbove(), spending.cap(), spending.queryGigabytes());
  }

  /// What is known of models and prices, the person's own files over the bundled ones, and the
  /// limits on what a job may cost.
  WizardSettings wizard() {
    Path own = store.file().toAbsolutePath().getParent();
    return new WizardSettings(
        ModelCatalog.load(Optional.ofNullable(own).map(at -> at.resolve("models.json"))),
        PriceList.load(Optional.ofNullable(own).map(at -> at.resolve("prices.json"))),
        markKey(),
        shelf(),
        this::budget,
        kept ->
            update(s ->
                s.with(new Settings.Spending(kept.askAbove(), kept.cap(), kept.queryGigabytes()))));
  }

  private MarkKey markKey() {
    MarkKey key = KeptMarkKey.of(texts);
    writer.soon();
    return key;
  }

  /// All settings, for the panel.
  ///
  /// @param looksChanged theme, contrast or motion are others now
  KeptSettings editing(Runnable looksChanged, Runnable languageChanged) {
    return new KeptSettings() {
      @Override
      public Settings now() {
        return settings();
      }

      @Override
      public void change(UnaryOperator<Settings> change) {
        Settings.Appearance before = settings().appearance();
        update(change);
        Settings.Appearance now = settings().appearance();
        if (now.theme() != before.theme()
            || now.contrast() != before.contrast()
            || now.motion() != before.motion()) {
          looksChanged.run();
        }
        if (now.language() != before.language()) {
          languageChanged.run();
        }
      }

      @Override
      public boolean tells() {
        return UserSettings.this.tells();
      }

      @Override
      public void tell(boolean on) {
        UserSettings.this.tell(on);
      }
    };
  }

  /// The gear menu's choices.
  ShellController.Preferences preferences(Runnable themeChanged, Runnable languageChanged) {
    return new ShellController.Preferences() {
      @Override
      public String theme() {
        return settings().appearance().theme().name().toLowerCase(Locale.ROOT);
      }

      @Override
      public void setTheme(String theme) {
        update(s -> s.with(Settings.Theme.valueOf(theme.toUpperCase(Locale.ROOT))));
        themeChanged.run();
      }

      @Override
      public String language() {
        return settings().appearance().language().name().toLowerCase(Locale.ROOT);
      }

      @Override
      public void setLanguage(String language) {
        update(s -> s.with(Settings.Language.valueOf(language.toUpperCase(Locale.ROOT))));
        languageChanged.run();
      }
    };
  }
}
