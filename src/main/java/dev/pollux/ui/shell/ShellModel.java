package dev.pollux.ui.shell;

import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the frame of the window shows.
final class ShellModel {
  private final ReadOnlyObjectWrapper<ScreenId> place =
      new ReadOnlyObjectWrapper<>(ScreenId.TABLES);
  private final ReadOnlyObjectWrapper<Optional<Screen>> screen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Optional<Instant>> updated =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyBooleanWrapper paletteOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper messagesOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper helpOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper settingsOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Banner>> banner =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<ShownTask> tasks = FXCollections.observableArrayList();
  // Held here because an unmodifiable list listens to its source weakly: if only callers held it,
  // it would be collected while they still wait for changes.
  private final ObservableList<ShownTask> shownTasks =
      FXCollections.unmodifiableObservableList(tasks);
  private final ObservableList<MessageLog.Message> messages;

  ShellModel(ObservableList<MessageLog.Message> messages, Instant now) {
    this.now = new ReadOnlyObjectWrapper<>(now);
    // Listens to its source weakly: the messages outlive the frame, which another language
    // replaces.
    this.messages = FXCollections.unmodifiableObservableList(messages);
  }

  ReadOnlyObjectProperty<ScreenId> place() {
    return place.getReadOnlyProperty();
  }

  /// The screen in front; empty until a connection stands.
  ReadOnlyObjectProperty<Optional<Screen>> screen() {
    return screen.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty running() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Instant>> updated() {
    return updated.getReadOnlyProperty();
  }

  /// By the second.
  ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  void tick(Instant instant) {
    now.set(instant);
  }

  ReadOnlyBooleanProperty paletteOpen() {
    return paletteOpen.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty messagesOpen() {
    return messagesOpen.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty helpOpen() {
    return helpOpen.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty settingsOpen() {
    return settingsOpen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Banner>> banner() {
    return banner.getReadOnlyProperty();
  }

  void show(Optional<Banner> said) {
    banner.set(said);
  }

  void openHelp(boolean open) {
    helpOpen.set(open);
  }

  void openSettings(boolean open) {
    settingsOpen.set(open);
  }

  ObservableList<ShownTask> tasks() {
    return shownTasks;
  }

  void work(List<ShownTask> now) {
    tasks.setAll(now);
  }

  ObservableList<MessageLog.Message> messages() {
    return messages;
  }

  void show(ScreenId where, Optional<Screen> what) {
    place.set(where);
    screen.set(what);
  }

  void follow(Features features) {
    running.bind(
        javafx.beans.binding.Bindings.createIntegerBinding(
            () -> features.running().getValue().intValue(), features.running()));
    updated.bind(features.updated());
  }

  void openPalette(boolean open) {
    paletteOpen.set(open);
  }

  void openMessages(boolean open) {
    messagesOpen.set(open);
  }
}
