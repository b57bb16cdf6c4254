package dev.pollux.app;

import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.ForwardingJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A planted fault: a run is written down when its create is over, not before.
final class LateJournal extends ForwardingJournal {
  private final Map<RunId, Run> held = new HashMap<>();

  LateJournal(Journal inner) {
    super(inner);
  }

  @Override
  public void begin(Run run) {
    held.put(run.plan().id(), run);
  }

  @Override
  public Run move(Run before, Run after) {
    Run first = held.get(before.plan().id());
    if (first == null) {
      return super.move(before, after);
    }
    if (after.stage() == RunStage.SUBMITTED) {
      held.remove(before.plan().id());
      super.begin(after);
    } else {
      held.put(before.plan().id(), after);
    }
    return after;
  }

  @Override
  public Optional<Run> find(RunId id) {
    return Optional.ofNullable(held.get(id)).or(() -> super.find(id));
  }
}
