package dev.pollux.ui.settings;

import dev.pollux.settings.Settings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the panel of settings shows.
final class SettingsModel {
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyStringWrapper searched = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

  private final ReadOnlyBooleanWrapper tells = new ReadOnlyBooleanWrapper();

  SettingsModel(Settings settings, boolean tells) {
    this.settings = new ReadOnlyObjectWrapper<>(settings);
    this.tells.set(tells);
  }

  ReadOnlyObjectProperty<Settings> settings() {
    return settings.getReadOnlyProperty();
  }

  /// Whether the desktop says when a job ends or needs the person.
  ReadOnlyBooleanProperty tells() {
    return tells.getReadOnlyProperty();
  }

  /// What the person looks for; blank shows all.
  ReadOnlyStringProperty searched() {
    return searched.getReadOnlyProperty();
  }

  /// Why what was typed is not taken; empty where it is.
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  void show(Settings now, boolean tellsNow) {
    settings.set(now);
    tells.set(tellsNow);
  }

  void search(String text) {
    searched.set(text);
  }

  void complain(String why) {
    complaint.set(why);
  }
}
