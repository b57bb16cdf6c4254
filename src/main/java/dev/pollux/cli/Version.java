package dev.pollux.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of this build, from the manifest of its jar.
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Pollux " + text(), "Java " + Runtime.version()};
  }

  public static String text() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "(not packaged)");
  }
}
