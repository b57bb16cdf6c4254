package dev.pollux.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of this build, from the manifest of its jar.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Pollux " + text(), "Java " + Runtime.version()};
  }

  static String text() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "(not packaged)");
  }
}
