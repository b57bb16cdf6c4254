package dev.pollux.cli;

import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.draft.KeptMarkKey;
import dev.pollux.draft.state.JobContext;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.FileProblem;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/// What the commands take from what was chosen in the window.
///
/// @param connection the one that was chosen last
/// @param budget the limits on what a job may cost
/// @param lostCap the file to write it into, where nobody knows whether a spending cap was set
/// @param notices what was found in the files
public record CommandSettings(
    DataDirectory directory,
    Connection connection,
    Budget budget,
    Locale locale,
    Optional<Path> lostCap,
    List<StorageNotice> notices) {
  public CommandSettings {
    notices = List.copyOf(notices);
  }

  /// @throws IOException when the settings can be neither read nor left aside
  public static CommandSettings of(DataDirectory directory) throws IOException {
    SettingsStore store = SettingsStore.open(directory.settings());
    Settings settings = store.settings();
    return new CommandSettings(
        directory,
        connection(settings),
        new Budget(
            settings.spending().askAbove(),
            settings.spending().cap(),
            settings.spending().queryGigabytes()),
        switch (settings.appearance().language()) {
          case SYSTEM -> Locale.getDefault();
          case EN -> Locale.US;
          case FR -> Locale.FRANCE;
        },
        store.lostCap(),
        store.notices());
  }

  /// Where nothing was chosen, or nothing can be read.
  public static CommandSettings usual(DataDirectory directory, Locale locale) {
    return new CommandSettings(
        directory,
        connection(Settings.DEFAULT),
        new Budget(10, OptionalDouble.empty()),
        locale,
        Optional.empty(),
        List.of());
  }

  private static Connection connection(Settings settings) {
    return settings
        .cloud()
        .google()
        .<Connection>map(google -> google)
        .orElseGet(() -> new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1));
  }

  /// The key of the window, so that the requests are the same. One that cannot be kept does for
  /// this job.
  private MarkKey markKey() {
    KeptTexts texts = KeptTexts.open(directory.kept());
    MarkKey key = KeptMarkKey.of(texts);
    try {
      texts.save();
    } catch (IOException e) {
      LoggerFactory.getLogger(CommandSettings.class)
          .warn("the key of marks is not kept: {}", FileProblem.of(e).sentence());
    }
    return key;
  }

  /// With the person's own file on models.
  public ModelCatalog catalog() {
    return ModelCatalog.load(Optional.of(directory.root().resolve("models.json")));
  }

  /// With the person's own file on prices.
  PriceList prices() {
    return PriceList.load(Optional.of(directory.root().resolve("prices.json")));
  }

  /// What holds for a job today, with the person's own files on models and prices.
  ///
  /// @param cloud open, for that connection
  public JobContext context(Connection chosen, Cloud cloud, LocalDate today) {
    return new JobContext(
        chosen,
        catalog(),
        prices(),
        budget,
        today,
        markKey(),
        new RunId(UUID.randomUUID().toString()),
        cloud.address());
  }
}
