package dev.pollux.ui.connection;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.domain.connection.Connection;
import dev.pollux.files.WholeFile;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.io.IOException;
import java.nio.file.Path;

/// Tests connections, one at a time, and writes down what was found.
final class TestRun {
  private final ConnectionModel model;
  private final Words words;
  private final Background background;
  private final ConnectionTester tester;
  private final LatestOnly latest = new LatestOnly();

  TestRun(ConnectionModel model, Words words, Background background, ConnectionTester tester) {
    this.model = model;
    this.words = words;
    this.background = background;
    this.tester = tester;
  }

  /// @param name what the connection is kept as
  void start(Connection connection, String name) {
    String failed = words.get("connection.test.failed");
    latest.cancel();
    model.beginTest();
    latest.start(
        background
            .named(words.get("connection.test.running"), _ -> tester.test(connection))
            .onCancelled(() -> model.fail(failed))
            .onSuccess(report -> model.found(name, report))
            .onFailure(e -> model.fail(new FailureWords(words).explain(failed, e).sentence()))
            .andFinally(model::endTest));
  }

  void cancel() {
    latest.cancel();
  }

  /// What the last test found, in words that have no secret.
  String report() {
    return model.report().get().map(new DoctorWords(words)::text).orElse("");
  }

  void save(Path file) {
    String text = report() + System.lineSeparator();
    background
        .task(_ -> written(file, text))
        .onFailure(e -> model.fail(words.get("connection.test.not-saved", file.toString())))
        .start();
  }

  private static Path written(Path file, String text) throws IOException {
    WholeFile.write(file, text);
    return file;
  }
}
