package dev.pollux.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What a program says where nobody looks, while it is open: lines on standard error, and warnings
/// of JavaFX and of Google's libraries, which go to java.util.logging.
///
/// The console handler keeps the standard error of its making, so that it is not heard twice.
public final class ErrorOutput implements AutoCloseable {
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final PrintStream before = System.err;
  private final Handler handler = new Warnings();
  // Loggers are held weakly.
  private final Logger root = Logger.getLogger("");

  private ErrorOutput() {
    root.addHandler(handler);
    System.setErr(new PrintStream(new Lines(), true, StandardCharsets.UTF_8));
  }

  /// Listens from now on.
  public static ErrorOutput listen() {
    return new ErrorOutput();
  }

  /// What was said so far, a line each.
  public List<String> said() {
    return List.copyOf(said);
  }

  /// What JavaFX said of styles that it could not work out, a line each.
  public List<String> ofStyles() {
    return said.stream().filter(line -> line.contains("while converting value")).toList();
  }

  @Override
  public void close() {
    System.setErr(before);
    root.removeHandler(handler);
  }

  private final class Warnings extends Handler {
    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        String thrown = entry.getThrown() == null ? "" : " " + entry.getThrown();
        said.add(entry.getLoggerName() + ": " + entry.getMessage() + thrown);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /// Keeps the lines, and passes them on.
  private final class Lines extends OutputStream {
    private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      before.write(b);
      if (b != '\n') {
        line.write(b);
        return;
      }
      String text = line.toString(StandardCharsets.UTF_8).strip();
      line.reset();
      if (!text.isEmpty()) {
        said.add(text);
      }
    }
  }
}
