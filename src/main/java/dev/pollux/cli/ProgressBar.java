package dev.pollux.cli;

import dev.pollux.text.VisibleText;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// How far a run is, on standard error: a bar that is drawn over on a terminal, a line for each
/// change elsewhere.
public final class ProgressBar {
  private static final int WIDTH = 30;
  private final PrintWriter err;
  private final boolean terminal;
  private String shown = "";

  /// Drawn over where the process has a terminal.
  public ProgressBar(PrintWriter err) {
    this(err, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  /// @param terminal whether what was written can be drawn over
  ProgressBar(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /// @param share of the rows that are done, 0 to 1; negative where nobody knows
  public void show(String what, double share) {
    String name = VisibleText.line(what);
    String line = terminal && share >= 0 ? bar(share) + " " + name : name;
    if (line.equals(shown)) {
      return;
    }
    if (terminal) {
      err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
    } else {
      err.println(line);
    }
    err.flush();
    shown = line;
  }

  private static String bar(double share) {
    int full = (int) Math.round(Math.min(1, share) * WIDTH);
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
  }

  /// What comes next begins on a line of its own.
  public void end() {
    if (terminal && !shown.isEmpty()) {
      err.println();
      err.flush();
    }
    shown = "";
  }
}
