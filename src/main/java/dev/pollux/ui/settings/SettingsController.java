package dev.pollux.ui.settings;

import dev.pollux.settings.Appearance;
import dev.pollux.settings.Settings;
import dev.pollux.settings.Spending;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.NumberField;
import dev.pollux.ui.kit.Screen;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;

/// The settings, each of which is taken while it is changed.
public final class SettingsController implements Screen, NumberField.Writing {
  private final KeptSettings kept;
  private final Words words;
  private final SettingsModel model;
  private final SettingsView view;

  /// @param folder where all that lasts is kept
  public SettingsController(KeptSettings kept, String folder, Words words) {
    this.kept = kept;
    this.words = words;
    this.model = new SettingsModel(kept.now(), kept.tells());
    this.view = new SettingsView(model, this, folder, words);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  /// Shows what holds now: the wizard and the gear menu change some of it too.
  @Override
  public void activate() {
    model.search("");
    model.complain("");
    show();
    view.focusSearch();
  }

  void onSearch(String text) {
    model.search(text);
  }

  void onTheme(Appearance.Theme theme) {
    change(settings -> settings.with(theme));
  }

  void onLanguage(Appearance.Language language) {
    change(settings -> settings.with(language));
  }

  void onContrast(Appearance.Contrast contrast) {
    change(settings -> settings.with(contrast));
  }

  void onMotion(Appearance.Motion motion) {
    change(settings -> settings.with(motion));
  }

  void onTell(boolean on) {
    kept.tell(on);
    show();
  }

  /// Widths of columns, columns that were hidden, and dividers are those of a first start.
  void onForgetArrangement() {
    change(Settings::withoutArrangement);
  }

  /// @param zoom in per cent; empty as the system has it
  void onZoom(OptionalInt zoom) {
    change(settings -> settings.withZoom(zoom));
  }

  /// @param usd empty for the usual limit
  void onAskAbove(OptionalDouble usd) {
    spend(now ->
        new Spending(
            usd.orElse(Settings.DEFAULT.spending().askAbove()), now.cap(), now.queryGigabytes()));
  }

  /// @param usd empty for none
  void onCap(OptionalDouble usd) {
    spend(now -> now.withCap(usd));
  }

  /// @param gigabytes empty for the usual limit
  void onQueryGigabytes(OptionalDouble gigabytes) {
    spend(now ->
        new Spending(
            now.askAbove(),
            now.cap(),
            gigabytes.orElse(Settings.DEFAULT.spending().queryGigabytes())));
  }

  private void spend(UnaryOperator<Spending> change) {
    change(settings -> settings.with(change.apply(settings.spending())));
  }

  private void change(UnaryOperator<Settings> change) {
    kept.change(change);
    show();
  }

  private void show() {
    model.show(kept.now(), kept.tells());
  }

  @Override
  public void onTyped(boolean number, String text) {
    model.complain(number ? "" : words.get("preferences.not-a-number", text.strip()));
  }

  @Override
  public void onLeft() {
    model.complain("");
  }
}
