package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.bigquery.wire.Errors;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What a person did wrong is told to that person, and to nobody else: the log is for faults of the
/// sandbox.
class QuietRefusalsTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.pollux.sandbox");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  @TempDir private Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void close() {
    logger.detachAppender(said);
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"sourceFormat":"PARQUET"}                                       | PAR1 none at all
          {"sourceFormat":"PARQUET"}                                       | x
          {"sourceFormat":"NEWLINE_DELIMITED_JSON","autodetect":true}      | {"a":[[1]]}
          {"sourceFormat":"NEWLINE_DELIMITED_JSON","autodetect":true}      | {"a"
          {"sourceFormat":"CSV","schema":{"fields":[{"name":"a","type":"INTEGER"}]}} | x
          {"sourceFormat":"CSV","schema":{"fields":[{"name":"a","type":"DATE"}]}}    | 2024-02-31
          """)
  void logsNoBadUpload(String options, String file) throws Exception {
    assertThat(new UploadedFiles(sandbox).load("bad", options, file)).isNotEmpty();
    assertThat(said.list).isEmpty();
  }

  @Test
  void wouldSeeWhatIsLogged() {
    LoggerFactory.getLogger(Errors.class).warn("a fault");
    assertThat(said.list).hasSize(1);
  }
}
