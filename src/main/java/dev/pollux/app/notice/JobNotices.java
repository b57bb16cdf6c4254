package dev.pollux.app.notice;

import dev.pollux.background.Background;
import dev.pollux.ui.jobs.JobNews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tells a person who looks elsewhere that a job of theirs ended, or needs them: once of each, over
/// restarts too, and never of what had ended before they could be told. FX thread only.
public final class JobNotices implements JobNews {
  private static final int MOST = 500;

  /// What rests for longer is no news, as where the list goes further back than before.
  private static final Duration NEW = Duration.ofDays(3);

  private final Memory memory;
  private final BooleanSupplier looksAtIt;
  private final DesktopNotice desktop;
  private final Consumer<Line> inside;
  private final Background background;
  private final InstantSource clock;

  /// What is known over restarts.
  public interface Memory {
    /// The keys of what was told, a line for each; empty where nothing was ever looked at.
    Optional<String> told();

    void keepTold(String keys);

    boolean isOn();

    void setOn(boolean on);
  }

  /// @param looksAtIt whether the window has the focus
  /// @param inside says it in the window, where the desktop does not
  public JobNotices(
      Memory memory,
      BooleanSupplier looksAtIt,
      DesktopNotice desktop,
      Consumer<Line> inside,
      Background background,
      InstantSource clock) {
    this.memory = memory;
    this.looksAtIt = looksAtIt;
    this.desktop = desktop;
    this.inside = inside;
    this.background = background;
    this.clock = clock;
  }

  @Override
  public void look(List<Line> lines) {
    boolean first = memory.told().isEmpty();
    SequencedSet<String> told = new LinkedHashSet<>(memory.told().orElse("").lines().toList());
    List<Line> news = new ArrayList<>();
    for (Line line : lines) {
      if (line.run().isPresent() && line.rests() && isNew(line) && told.add(line.key())) {
        news.add(line);
      }
    }
    if (news.isEmpty() && !first) {
      return;
    }
    while (told.size() > MOST) {
      told.removeFirst();
    }
    // Before it is said: who is killed in between is told once at most.
    memory.keepTold(String.join("\n", told));
    if (!first && memory.isOn() && !looksAtIt.getAsBoolean()) {
      news.forEach(this::tell);
    }
  }

  private boolean isNew(Line line) {
    return line.since().isAfter(clock.instant().minus(NEW));
  }

  private void tell(Line line) {
    background
        .task(_ -> desktop.show(line.title(), line.state()))
        .onSuccess(shown -> {
          if (!shown) {
            inside.accept(line);
          }
        })
        .onFailure(_ -> inside.accept(line))
        .start();
  }

  @Override
  public boolean isOn() {
    return memory.isOn();
  }

  @Override
  public void setOn(boolean on) {
    memory.setOn(on);
  }
}
