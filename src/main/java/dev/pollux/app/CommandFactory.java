package dev.pollux.app;

import dev.pollux.app.cloud.CommandClouds;
import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.doctor.DoctorCommand;
import dev.pollux.cli.draft.CheckCommand;
import dev.pollux.cli.draft.TrialCommand;
import dev.pollux.cli.run.ExportCommand;
import dev.pollux.cli.run.JobsCommand;
import dev.pollux.cli.run.RetryCommand;
import dev.pollux.cli.run.StopCommand;
import dev.pollux.cli.run.SubmitCommand;
import dev.pollux.run.journal.SqliteJournal;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;

/// Makes the commands, and hands them what they need.
public final class CommandFactory implements CommandLine.IFactory {
  private final CommandMeans means;

  public CommandFactory() {
    this(means(Clock.systemUTC()));
  }

  CommandFactory(CommandMeans means) {
    this.means = means;
  }

  /// What they reach the world by, as a rule.
  static CommandMeans means(InstantSource clock) {
    return new CommandMeans(
        new CommandClouds(clock),
        directory -> SqliteJournal.open(directory.journal(), clock),
        clock,
        System::nanoTime);
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Optional<Object> ours = ours(type);
    return ours.isPresent() ? type.cast(ours.get()) : CommandLine.defaultFactory().create(type);
  }

  private Optional<Object> ours(Class<?> type) {
    if (type == CheckCommand.class) {
      return Optional.of(new CheckCommand(means));
    }
    if (type == DoctorCommand.class) {
      return Optional.of(new DoctorCommand(means));
    }
    if (type == TrialCommand.class) {
      return Optional.of(new TrialCommand(means));
    }
    if (type == SubmitCommand.class) {
      return Optional.of(new SubmitCommand(means));
    }
    if (type == JobsCommand.class) {
      return Optional.of(new JobsCommand(means));
    }
    if (type == RetryCommand.class) {
      return Optional.of(new RetryCommand(means));
    }
    if (type == ExportCommand.class) {
      return Optional.of(new ExportCommand(means));
    }
    return type == StopCommand.class ? Optional.of(new StopCommand(means)) : Optional.empty();
  }
}
