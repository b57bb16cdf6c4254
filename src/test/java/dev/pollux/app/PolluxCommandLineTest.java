package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// Who calls one command notices nothing of the others not being there.
class PolluxCommandLineTest {
  private final CommandFactory factory = new CommandFactory();

  static Iterable<String> names() {
    return PolluxCommandLine.commands().sequencedKeySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandAloneIsTheSameAsAmongAll(String name) {
    CommandLine alone = PolluxCommandLine.of(factory, name);
    assertThat(alone.getSubcommands()).containsOnlyKeys(name);
    CommandLine.Command said =
        PolluxCommandLine.commands().get(name).getAnnotation(CommandLine.Command.class);
    assertThat(said.name()).isEqualTo(name);
    assertThat(alone.getSubcommands().get(name).getUsageMessage())
        .isEqualTo(PolluxCommandLine.whole(factory).getSubcommands().get(name).getUsageMessage())
        .contains("pollux " + name);
  }

  @Test
  void aWindowNeedsNone() {
    assertThat(PolluxCommandLine.of(factory).getSubcommands()).isEmpty();
  }

  @Test
  void helpListsThoseThatAreNotHidden() {
    CommandLine line = PolluxCommandLine.of(factory, "--help");
    assertThat(line.getUsageMessage())
        .contains("sandbox", "check", "trial", "submit", "jobs", "retry", "stop", "export")
        .contains("doctor", "tour")
        .doesNotContain("tour-past");
  }

  @Test
  void aCommandAfterAnOptionIsFound() {
    CommandLine line = PolluxCommandLine.of(factory, "--data", "somewhere", "jobs");
    assertThat(line.parseArgs("--data", "somewhere", "jobs").hasSubcommand()).isTrue();
  }

  @Test
  void aWordThatIsNoCommandIsARecipe() {
    CommandLine line = PolluxCommandLine.of(factory, "my.pollux.json");
    assertThat(line.parseArgs("my.pollux.json").hasMatchedPositional(0)).isTrue();
  }

  @Test
  void anUnknownOptionIsRefusedAndSaid() {
    StringWriter said = new StringWriter();
    int code =
        PolluxCommandLine.of(factory, "jobs", "--no-such")
            .setErr(new PrintWriter(said))
            .execute("jobs", "--no-such");
    assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString()).contains("--no-such", "pollux jobs");
  }
}
