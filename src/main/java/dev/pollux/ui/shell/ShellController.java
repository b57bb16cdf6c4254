package dev.pollux.ui.shell;

import dev.pollux.background.RunningTask;
import dev.pollux.background.Ticker;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.Screen;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The frame of the window: rail, top bar, status bar, palette, and the screen in front.
public final class ShellController implements Screen, AutoCloseable {
  private final Words words;
  private final ShellNavigation navigation;
  private final MessageLog log;
  private final Preferences preferences;
  private final About about;
  private final ShellModel model;
  private final ShellView view;
  private final ObservableList<RunningTask> tasks;
  // The tasks outlive the frame, which another language replaces.
  private final ListChangeListener<RunningTask> followed = _ -> follow();
  private final Ticker ticker;
  private @Nullable Features features;

  /// What the gear menu changes; kept by whoever made the shell.
  public interface Preferences {
    /// `system`, `light` or `dark`.
    String theme();

    void setTheme(String theme);

    /// `system`, `en` or `fr`.
    String language();

    void setLanguage(String language);
  }

  /// Which versions these are, and where what lasts is kept.
  public record About(String versions, String data) {}

  /// @param chip the connection chip of the top bar
  /// @param settings makes the settings in the panel behind the gear, when it is first opened
  public ShellController(
      ShellNavigation navigation,
      Words words,
      InstantSource clock,
      MessageLog log,
      ObservableList<RunningTask> tasks,
      Node chip,
      Preferences preferences,
      Supplier<Screen> settings,
      About about) {
    this.about = about;
    this.navigation = navigation;
    this.words = words;
    this.log = log;
    this.preferences = preferences;
    this.model = new ShellModel(log.messages(), clock.instant());
    this.view = new ShellView(model, this, words, chip, settings);
    this.tasks = tasks;
    this.ticker = new Ticker(() -> model.tick(clock.instant()));
    tasks.addListener(followed);
    follow();
    navigation.attach(this::onShow);
  }

  /// The frame is in a window.
  void onShown() {
    ticker.start();
  }

  /// It is in none any more.
  void onHidden() {
    ticker.stop();
  }

  private void follow() {
    model.work(tasks.stream().map(t -> new ShownTask(t.name(), t.progress(), t::stop)).toList());
  }

  /// Shows no task and no time any more, and is held by none.
  @Override
  public void close() {
    ticker.stop();
    tasks.removeListener(followed);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  /// Makes ahead what is made when it is first opened, one panel with each step.
  public List<Runnable> making() {
    return view.making();
  }

  /// Shows the screens of a connection, from the first one.
  public void show(Features present) {
    show(present, ScreenId.TABLES);
  }

  /// Shows the screens of a connection.
  ///
  /// @param place the one in front
  public void show(Features present, ScreenId place) {
    if (features != null) {
      features.screen(model.place().get()).deactivate();
    }
    features = present;
    navigation.attach(present);
    model.follow(present);
    onShow(place);
  }

  /// Which screen is in front.
  public ReadOnlyObjectProperty<ScreenId> place() {
    return model.place();
  }

  /// Shows one node in place of all screens: while a connection is made, or when it failed.
  public void showInstead(Parent node) {
    features = null;
    model.show(ScreenId.TABLES, Optional.of(() -> node));
  }

  void onShow(ScreenId place) {
    if (features == null) {
      return;
    }
    Screen next = features.screen(place);
    Optional<Screen> before = model.screen().get();
    if (before.isPresent() && before.get().root().equals(next.root())) {
      return;
    }
    before.ifPresent(Screen::deactivate);
    model.show(place, Optional.of(next));
    next.activate();
  }

  /// Says something above all screens, or nothing any more.
  public void say(Optional<Banner> banner) {
    model.show(banner);
  }

  void onRefresh() {
    if (features != null) {
      features.refresh().accept(features.screen(model.place().get()));
    }
  }

  void onPalette(boolean open) {
    model.openPalette(open);
  }

  void onMessages(boolean open) {
    model.openMessages(open);
  }

  /// Opens the panel of messages, for something that must not be missed.
  public void showMessages() {
    onMessages(true);
  }

  void onHelp(boolean open) {
    model.openHelp(open);
  }

  void onSettings(boolean open) {
    model.openSettings(open);
  }

  /// Opens the panel of settings, which a change of language closed.
  public void showSettings() {
    onSettings(true);
  }

  /// Whether the panel of settings is open.
  public boolean showsSettings() {
    return model.settingsOpen().get();
  }

  About about() {
    return about;
  }

  void onFind() {
    model.screen().get().ifPresent(Screen::find);
  }

  private void onNextStep() {
    model.screen().get().ifPresent(Screen::next);
  }

  private void onStepBefore() {
    model.screen().get().ifPresent(Screen::back);
  }

  void onClearMessages() {
    log.clear();
    model.openMessages(false);
  }

  void onTheme(String theme) {
    preferences.setTheme(theme);
  }

  void onLanguage(String language) {
    preferences.setLanguage(language);
  }

  String theme() {
    return preferences.theme();
  }

  String language() {
    return preferences.language();
  }

  /// What the palette finds beside commands.
  List<KnownPlace> known() {
    return features == null ? List.of() : features.known().get();
  }

  /// Goes to a screen, and into what it is about: who goes there by key wants to use it by key.
  void go(Runnable there) {
    // They hide the screen that comes, and the help is of the one that is left.
    onHelp(false);
    onSettings(false);
    there.run();
    if (features != null) {
      model
          .screen()
          .get()
          .ifPresent(screen -> {
            // What was made just now stands in the window after its first layout only.
            screen.root().applyCss();
            screen.root().layout();
            screen.focus();
          });
    }
  }

  private void onImport() {
    go(navigation::showTables);
    if (features != null) {
      features.importFile().run();
    }
  }

  /// All commands that the palette offers.
  List<Command> commands() {
    boolean steps = features != null && model.place().get() == ScreenId.WIZARD;
    return List.of(
        new Command(words.get("shell.command.tables"), "Ctrl+1", () -> go(navigation::showTables)),
        new Command(words.get("shell.command.new-job"), "Ctrl+N", () -> go(navigation::showWizard)),
        new Command(words.get("shell.command.next-step"), "Ctrl+Enter", steps, this::onNextStep),
        new Command(
            words.get("shell.command.step-before"), "Ctrl+Shift+Enter", steps, this::onStepBefore),
        new Command(words.get("shell.command.jobs"), "Ctrl+2", () -> go(navigation::showJobs)),
        new Command(
            words.get("shell.command.results"), "Ctrl+3", () -> go(() -> onShow(ScreenId.RESULTS))),
        new Command(words.get("shell.command.import"), "", this::onImport),
        new Command(words.get("shell.command.refresh"), "F5", this::onRefresh),
        new Command(words.get("shell.command.find"), "Ctrl+F", this::onFind),
        new Command(words.get("shell.command.help"), "F1", () -> onHelp(true)),
        new Command(words.get("shell.command.settings"), "Ctrl+Comma", () -> onSettings(true)),
        new Command(words.get("shell.command.messages"), "", () -> onMessages(true)),
        new Command(words.get("shell.command.light"), "", () -> onTheme("light")),
        new Command(words.get("shell.command.dark"), "", () -> onTheme("dark")),
        new Command(words.get("shell.command.system-theme"), "", () -> onTheme("system")),
        new Command(words.get("shell.language.en"), "", () -> onLanguage("en")),
        new Command(words.get("shell.language.fr"), "", () -> onLanguage("fr")),
        new Command(words.get("shell.language.system"), "", () -> onLanguage("system")));
  }
}
