package dev.pollux.app.notice;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop's own notice, by the command that the system has for it: no toolkit of the JDK shows
/// one without a tray. Title and text are handed over as they are, and are no part of a script.
///
/// `notify-send` of Linux is tested; those of macOS and Windows were never tried.
public final class CommandNotice implements DesktopNotice {
  private static final Logger LOG = LoggerFactory.getLogger(CommandNotice.class);
  private static final int SECONDS = 5;
  private static final String MAC =
      "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run";
  private static final String WINDOWS =
      """
      Add-Type -AssemblyName System.Windows.Forms
      $n = New-Object System.Windows.Forms.NotifyIcon
      $n.Icon = [System.Drawing.SystemIcons]::Information
      $n.Visible = $true
      $n.ShowBalloonTip(10000, $env:POLLUX_TITLE, $env:POLLUX_TEXT, 'None')
      Start-Sleep -Seconds 4
      $n.Dispose()
      """;
  private final String system;
  private final Starter starter;

  /// Starts a program.
  interface Starter {
    /// @param variables added to the environment
    /// @return the exit code; empty where it did not end in time
    Optional<Integer> run(List<String> command, Map<String, String> variables)
        throws IOException, InterruptedException;
  }

  /// @param system as `os.name` has it
  CommandNotice(String system, Starter starter) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.starter = starter;
  }

  /// For the system that this runs on.
  public static CommandNotice here() {
    return new CommandNotice(System.getProperty("os.name", ""), CommandNotice::start);
  }

  @Override
  public boolean show(String title, String text) {
    try {
      // Who takes longer shows it for as long as it stands.
      return starter
          .run(command(title, text), Map.of("POLLUX_TITLE", title, "POLLUX_TEXT", text))
          .map(code -> code == 0)
          .orElse(true);
    } catch (IOException e) {
      LOG.debug("no notice of the desktop's own", e);
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<String> command(String title, String text) {
    if (system.contains("mac")) {
      return List.of("osascript", "-e", MAC, title, text);
    }
    if (system.contains("windows")) {
      return List.of("powershell", "-NoProfile", "-Command", WINDOWS);
    }
    return List.of("notify-send", "--app-name=Pollux", "--", title, text);
  }

  private static Optional<Integer> start(List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    Process process = builder.start();
    return process.waitFor(SECONDS, TimeUnit.SECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }
}
