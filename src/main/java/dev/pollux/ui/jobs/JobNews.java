package dev.pollux.ui.jobs;

import dev.pollux.domain.job.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Hears at each look which jobs there are, and tells the person once of each that ended or needs
/// them, where they do not look at the window.
public interface JobNews {
  /// One job, as it is now.
  ///
  /// @param key the same for as long as there is nothing new to tell
  /// @param run the first of its attempts and parts; empty where Pollux did not send it
  /// @param rests whether nothing moves by itself any more
  /// @param since when it came to where it is
  record Line(
      String key, String title, String state, Optional<RunId> run, boolean rests, Instant since) {}

  void look(List<Line> lines);

  boolean isOn();

  void setOn(boolean on);
}
