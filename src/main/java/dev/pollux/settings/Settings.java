package dev.pollux.settings;

import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a person chose, or would miss after a restart. `splits` are divider positions (0 to 1) by
/// the id of their pane; `recent` are the last five tables, the last one first; `wizardDraft` is
/// JSON that only the wizard reads.
public record Settings(
    Theme theme,
    Language language,
    Optional<Window> window,
    Map<String, Double> splits,
    Where connection,
    Optional<String> googleProject,
    Location googleLocation,
    Optional<TableRef> lastTable,
    List<TableRef> pinned,
    List<TableRef> recent,
    Optional<String> wizardDraft,
    Spending spending) {
  private static final int RECENT = 5;

  /// Light, dark, or as the system has it.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// The language of the window, or the system's.
  public enum Language {
    SYSTEM,
    EN,
    FR
  }

  /// Which cloud was connected last.
  public enum Where {
    SANDBOX,
    GOOGLE
  }

  /// Where the window was, in screen pixels; when maximized, where it goes back to.
  public record Window(double x, double y, double width, double height, boolean maximized) {}

  /// What a job may cost, in USD: beyond `askAbove` the person is asked, beyond `cap` it is not
  /// sent.
  public record Spending(double askAbove, OptionalDouble cap) {
    public static final Spending DEFAULT = new Spending(10, OptionalDouble.empty());
  }

  /// What holds before anybody chose.
  public static final Settings DEFAULT =
      new Settings(
          Theme.SYSTEM,
          Language.SYSTEM,
          Optional.empty(),
          Map.of(),
          Where.SANDBOX,
          Optional.empty(),
          Location.US_CENTRAL1,
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Spending.DEFAULT);

  public Settings {
    splits = Map.copyOf(splits);
    pinned = List.copyOf(pinned);
    recent = List.copyOf(recent);
  }

  public Settings withTheme(Theme value) {
    return new Settings(
        value,
        language,
        window,
        splits,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        pinned,
        recent,
        wizardDraft,
        spending);
  }

  public Settings withLanguage(Language value) {
    return new Settings(
        theme,
        value,
        window,
        splits,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        pinned,
        recent,
        wizardDraft,
        spending);
  }

  public Settings withWindow(Window value) {
    return new Settings(
        theme,
        language,
        Optional.of(value),
        splits,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        pinned,
        recent,
        wizardDraft,
        spending);
  }

  public Settings withSplit(String pane, double position) {
    Map<String, Double> all = new TreeMap<>(splits);
    all.put(pane, position);
    return new Settings(
        theme,
        language,
        window,
        all,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        pinned,
        recent,
        wizardDraft,
        spending);
  }

  public Settings onSandbox() {
    return connectedTo(Where.SANDBOX, googleProject, googleLocation);
  }

  public Settings onGoogle(String project, Location location) {
    return connectedTo(Where.GOOGLE, Optional.of(project), location);
  }

  private Settings connectedTo(Where where, Optional<String> project, Location location) {
    return new Settings(
        theme,
        language,
        window,
        splits,
        where,
        project,
        location,
        lastTable,
        pinned,
        recent,
        wizardDraft,
        spending);
  }

  public Settings withLastTable(TableRef value) {
    List<TableRef> now =
        Stream.concat(Stream.of(value), recent.stream().filter(t -> !t.equals(value)))
            .limit(RECENT)
            .toList();
    return new Settings(
        theme,
        language,
        window,
        splits,
        connection,
        googleProject,
        googleLocation,
        Optional.of(value),
        pinned,
        now,
        wizardDraft,
        spending);
  }

  public Settings withPinned(List<TableRef> value) {
    return new Settings(
        theme,
        language,
        window,
        splits,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        value,
        recent,
        wizardDraft,
        spending);
  }

  /// Empty when the draft was submitted or thrown away.
  public Settings withWizardDraft(Optional<String> value) {
    return new Settings(
        theme,
        language,
        window,
        splits,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        pinned,
        recent,
        value,
        spending);
  }

  public Settings withSpending(Spending value) {
    return new Settings(
        theme,
        language,
        window,
        splits,
        connection,
        googleProject,
        googleLocation,
        lastTable,
        pinned,
        recent,
        wizardDraft,
        value);
  }
}
