package dev.pollux.app.settings;

import dev.pollux.app.notice.JobNotices;
import java.util.Optional;

/// Of which jobs of a project the person was told, and whether they want to be.
public final class SavedJobNotices implements JobNotices.Memory {
  private final UserSettings settings;
  private final String name;

  public SavedJobNotices(UserSettings settings, String project) {
    this.settings = settings;
    this.name = "told-of-jobs-" + Integer.toHexString(project.hashCode());
  }

  @Override
  public Optional<String> told() {
    return settings.kept(name);
  }

  @Override
  public void keepTold(String keys) {
    settings.keep(name, keys);
  }

  @Override
  public boolean isOn() {
    return settings.tells();
  }

  @Override
  public void setOn(boolean on) {
    settings.tell(on);
  }
}
