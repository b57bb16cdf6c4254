package dev.pollux.run.journal;

import dev.pollux.run.Plans;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.Spending;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// A process that writes journals and settings, one of each in a folder of its own, as fast as it
/// can until it is killed; beside them stands what is known to be written.
final class KilledWriter {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private KilledWriter() {}

  /// @param args a folder, how many are written side by side
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    int lanes = Integer.parseInt(args[1]);
    for (int lane = 0; lane < lanes; lane++) {
      Path folder = Files.createDirectories(root.resolve("lane-" + lane));
      Thread.ofPlatform().start(() -> runs(folder));
      Thread.ofPlatform().start(() -> settings(folder));
    }
  }

  /// The run of that number, as it is written first.
  static Run run(int number) {
    return Run.decided(
        number % 2 == 0 ? Plans.made("r" + number) : Plans.own("r" + number),
        NOON.plusSeconds(number));
  }

  /// The same, as it is written next.
  static Run refused(Run run) {
    return run.at(RunStage.REFUSED, "no", NOON);
  }

  private static void runs(Path folder) {
    try (Journal journal = SqliteJournal.open(folder.resolve("journal.sqlite"));
        OutputStream known = Files.newOutputStream(folder.resolve("runs.known"))) {
      for (int number = 0; ; number++) {
        Run run = run(number);
        journal.begin(run);
        tell(known, "begun");
        journal.move(run, refused(run));
        tell(known, "moved");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void settings(Path folder) {
    SettingsStore store = SettingsStore.open(folder.resolve("settings.json"));
    try (OutputStream known = Files.newOutputStream(folder.resolve("settings.known"))) {
      for (int number = 1; ; number++) {
        int cap = number;
        store.change(s -> s.with(new Spending(10, OptionalDouble.of(cap), 1)));
        store.save();
        tell(known, Integer.toString(number));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A line, or nothing: what a process wrote stays when it is killed.
  private static void tell(OutputStream known, String line) throws IOException {
    known.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// How many whole lines there are.
  static int known(Path file) throws IOException {
    return Optional.of(file).filter(Files::exists).isPresent()
        ? (int) Files.readString(file).chars().filter(c -> c == '\n').count()
        : 0;
  }
}
