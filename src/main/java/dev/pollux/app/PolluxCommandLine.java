package dev.pollux.app;

import dev.pollux.app.start.LibrariesCommand;
import dev.pollux.app.tour.TourPast;
import dev.pollux.cli.doctor.DoctorCommand;
import dev.pollux.cli.draft.CheckCommand;
import dev.pollux.cli.draft.TrialCommand;
import dev.pollux.cli.run.ExportCommand;
import dev.pollux.cli.run.JobsCommand;
import dev.pollux.cli.run.RetryCommand;
import dev.pollux.cli.run.StopCommand;
import dev.pollux.cli.run.SubmitCommand;
import dev.pollux.cli.sandbox.SandboxCommand;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import picocli.CommandLine;

/// The command line of `pollux` and its commands.
///
/// picocli finds out by reflection what a command takes, a seventh of a second for all of them at
/// each start. So who names one is given that one, and who names none, for a window, is given none.
public final class PolluxCommandLine {
  private PolluxCommandLine() {}

  /// With all commands, for help, completion, and whatever is typed wrongly.
  public static CommandLine whole(CommandLine.IFactory factory) {
    CommandLine line = new CommandLine(new PolluxCommand(), factory);
    commands().forEach(line::addSubcommand);
    return line;
  }

  /// With as many commands as these arguments need.
  public static CommandLine of(CommandLine.IFactory factory, String... args) {
    if (args.length > 0 && !commands().containsKey(args[0])) {
      return whole(factory);
    }
    CommandLine line = new CommandLine(new PolluxCommand(), factory);
    if (args.length > 0) {
      line.addSubcommand(args[0], commands().get(args[0]));
    }
    return line;
  }

  /// By their names, in the order of the help.
  static SequencedMap<String, Class<?>> commands() {
    SequencedMap<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("sandbox", SandboxCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("trial", TrialCommand.class);
    commands.put("submit", SubmitCommand.class);
    commands.put("jobs", JobsCommand.class);
    commands.put("retry", RetryCommand.class);
    commands.put("stop", StopCommand.class);
    commands.put("export", ExportCommand.class);
    commands.put("doctor", DoctorCommand.class);
    commands.put("tour", TourCommand.class);
    commands.put("tour-past", TourPast.class);
    commands.put("libraries", LibrariesCommand.class);
    return commands;
  }
}
