package dev.pollux.app;

import dev.pollux.cli.CheckCommand;
import java.time.Clock;
import picocli.CommandLine;

/// Makes the commands, and hands them what they need.
public final class CommandFactory implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    Clock clock = Clock.systemUTC();
    return type == CheckCommand.class
        ? type.cast(new CheckCommand(new CommandClouds(clock), clock))
        : CommandLine.defaultFactory().create(type);
  }
}
