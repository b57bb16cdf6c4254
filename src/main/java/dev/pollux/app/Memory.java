package dev.pollux.app;

import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import dev.pollux.prompt.catalog.ModelCatalog;
import dev.pollux.prompt.cost.Budget;
import dev.pollux.prompt.cost.PriceList;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import dev.pollux.ui.shell.ShellController;
import dev.pollux.ui.wizard.CostKnowledge;
import dev.pollux.ui.wizard.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What survives a restart, as the screens ask for it. A setting that cannot be written costs a
/// line in the log, not the person's work.
final class Memory {
  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private final SettingsStore store;

  Memory(SettingsStore store) {
    this.store = store;
  }

  Settings settings() {
    return store.settings();
  }

  private void update(UnaryOperator<Settings> change) {
    try {
      store.update(change);
    } catch (IOException e) {
      LOG.warn("The settings could not be kept", e);
    }
  }

  void rememberTable(TableRef table) {
    update(s -> s.withLastTable(table));
  }

  void rememberWindow(Settings.Window window) {
    update(s -> s.withWindow(window));
  }

  /// The last table that was open.
  Optional<TableRef> lastTable() {
    return settings().lastTable();
  }

  void keepDraft(Draft draft) {
    update(s -> s.withWizardDraft(Optional.of(JSON.writeValueAsString(draft))));
  }

  Optional<Draft> draft() {
    return settings().wizardDraft().flatMap(Memory::read);
  }

  private static Optional<Draft> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, Draft.class));
    } catch (JacksonException e) {
      LOG.warn("The draft could not be read", e);
      return Optional.empty();
    }
  }

  Connection connection() {
    Settings s = settings();
    return s.connection() == Settings.Where.GOOGLE && s.googleProject().isPresent()
        ? new Connection.Google(s.googleProject().get(), s.googleLocation())
        : Clouds.sandboxConnection();
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
