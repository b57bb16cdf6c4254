package dev.pollux.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cli.CommandFailure;
import dev.pollux.text.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class JobOptionsTest {
  private static final Words WORDS = new Words(Locale.ENGLISH);

  private static JobOptions options(String... more) {
    JobOptions options = new JobOptions();
    String[] all = new String[more.length + 2];
    all[0] = "--table";
    all[1] = "mine.requests";
    System.arraycopy(more, 0, all, 2, more.length);
    new CommandLine(options).parseArgs(all);
    return options;
  }

  /// They would all be sent, and paid.
  @ParameterizedTest
  @CsvSource({"--limit, 1", "--where, id = 1"})
  void rowsOfOwnRequestsCannotBeChosen(String option, String value) {
    JobOptions options = options(option, value);
    assertThatThrownBy(() -> options.read(WORDS, _ -> {}))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("all of them");
  }

  @Test
  void ownRequestsAreSentAsTheyAre() throws Exception {
    assertThat(options().read(WORDS, _ -> {}).ownRequests()).contains(true);
  }
}
