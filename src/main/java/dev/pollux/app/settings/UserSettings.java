package dev.pollux.app.settings;

import dev.pollux.app.cloud.CloudConnector;
import dev.pollux.cost.Budget;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.DraftJson;
import dev.pollux.draft.KeptMarkKey;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.Spending;
import dev.pollux.settings.StorageNotice;
import dev.pollux.ui.wizard.WizardSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What survives a restart: settings, and texts by name. What changes is in memory at once, and on
/// the disk a moment later.
public final class UserSettings implements AutoCloseable {
  private static final String DRAFT = "draft";
  private static final String TELL = "tell-of-jobs";
  private static final String NOT = "no";

  private final SettingsStore store;
  private final KeptTexts texts;
  private final SettingsWriter writer;

  public UserSettings(SettingsStore store, KeptTexts texts) {
    this.store = store;
    this.texts = texts;
    this.writer = new SettingsWriter(store, texts);
    store.takeOut("wizardDraft").ifPresent(draft -> texts.keep(DRAFT, draft));
    writer.soon();
  }

  /// What was found in the files that the person should know.
  public List<StorageNotice> notices() {
    return Stream.concat(store.notices().stream(), texts.notices().stream()).toList();
  }

  /// @param told hears when something cannot be written, on whatever thread
  public void onNotKept(Consumer<StorageNotice> told) {
    writer.onNotKept(told);
  }

  public Settings settings() {
    return store.settings();
  }

  public void update(UnaryOperator<Settings> change) {
    store.change(change);
    writer.soon();
  }

  /// Writes what was not written so far.
  @Override
  public void close() {
    writer.close();
  }

  /// Keeps a text under a name, of letters, digits and hyphens.
  public void keep(String name, String text) {
    texts.keep(name, text);
    writer.soon();
  }

  /// What was kept last under that name.
  public Optional<String> kept(String name) {
    return texts.text(name);
  }

  public void forget(String name) {
    texts.forget(name);
    writer.soon();
  }

  /// The last table that was open.
  public Optional<TableRef> lastTable() {
    return settings().tables().lastTable();
  }

  public void keepDraft(Draft draft) {
    keep(DRAFT, DraftJson.write(draft));
  }

  public Optional<Draft> draft() {
    return kept(DRAFT).flatMap(DraftJson::read);
  }

  /// Whether the person wants to be told of jobs.
  boolean tells() {
    return !kept(TELL).equals(Optional.of(NOT));
  }

  void tell(boolean on) {
    keep(TELL, on ? "yes" : NOT);
  }

  public Connection connection() {
    return settings()
        .cloud()
        .google()
        .<Connection>map(google -> google)
        .orElseGet(CloudConnector::sandboxConnection);
  }

  public void remember(Connection connection) {
    switch (connection) {
      case Connection.Sandbox _ -> update(Settings::onSandbox);
      case Connection.Google google -> update(s -> s.onGoogle(google));
    }
  }

  public Locale locale() {
    return switch (settings().appearance().language()) {
      case SYSTEM -> Locale.getDefault();
      case EN -> Locale.US;
      case FR -> Locale.FRANCE;
    };
  }

  /// The limits that hold now.
  public Budget budget() {
    Spending spending = settings().spending();
    return new Budget(spending.askAbove(), spending.cap(), spending.queryGigabytes());
  }

  /// What is known of models and prices, the person's own files over the bundled ones, and the
  /// limits on what a job may cost.
  public WizardSettings wizard() {
    Path own = store.file().toAbsolutePath().getParent();
    return new WizardSettings(
        ModelCatalog.load(Optional.ofNullable(own).map(at -> at.resolve("models.json"))),
        PriceList.load(Optional.ofNullable(own).map(at -> at.resolve("prices.json"))),
        markKey(),
        new SavedTables(this),
        this::budget,
        kept ->
            update(s -> s.with(new Spending(kept.askAbove(), kept.cap(), kept.queryGigabytes()))));
  }

  private MarkKey markKey() {
    MarkKey key = KeptMarkKey.of(texts);
    writer.soon();
    return key;
  }
}
