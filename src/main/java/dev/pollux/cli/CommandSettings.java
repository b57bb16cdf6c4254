package dev.pollux.cli;

import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.domain.RunId;
import dev.pollux.draft.JobContext;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What the commands take from what was chosen in the window.
///
/// @param connection the one that was chosen last
/// @param budget the limits on what a job may cost
record CommandSettings(
    DataDirectory directory, Connection connection, Budget budget, Locale locale) {
  /// @throws IOException when the settings can be neither read nor left aside
  static CommandSettings of(DataDirectory directory) throws IOException {
    Settings settings = SettingsStore.open(directory.settings()).settings();
    return new CommandSettings(
        directory,
        connection(settings),
        new Budget(settings.spending().askAbove(), settings.spending().cap()),
        switch (settings.appearance().language()) {
          case SYSTEM -> Locale.getDefault();
          case EN -> Locale.US;
          case FR -> Locale.FRANCE;
        });
  }

  private static Connection connection(Settings settings) {
    Settings.CloudChoice last = settings.cloud();
    return last.connection() == Settings.Where.GOOGLE && last.googleProject().isPresent()
        ? new Connection.Google(last.googleProject().get(), last.googleLocation())
        : new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1);
  }

  /// The key of the window, so that the requests are the same; where there is none yet, any.
  private MarkKey markKey() {
    return KeptTexts.open(directory.kept())
        .text("mark-key")
        .flatMap(MarkKey::parse)
        .orElseGet(MarkKey::random);
  }

  /// What holds for a job today, with the person's own files on models and prices.
  ///
  /// @param cloud open, for that connection
  JobContext context(Connection chosen, Cloud cloud, LocalDate today) {
    Path own = directory.root();
    return new JobContext(
        chosen,
        ModelCatalog.load(Optional.of(own.resolve("models.json"))),
        PriceList.load(Optional.of(own.resolve("prices.json"))),
        budget,
        today,
        markKey(),
        new RunId(UUID.randomUUID().toString()),
        cloud.address());
  }
}
