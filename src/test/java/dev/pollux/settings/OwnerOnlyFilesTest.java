package dev.pollux.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class OwnerOnlyFilesTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(OwnerOnlyFiles.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void close() {
    logger.detachAppender(said);
  }

  /// The window and its sandbox look at one folder at the same time.
  @Test
  void aFileThatIsGoneMeanwhileIsNoMatter() {
    OwnerOnlyFiles.restrict(folder.resolve("journal.copy.sqlite.new"));
    assertThat(said.list).isEmpty();
  }
}
