package dev.pollux.testing;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A sandbox of its own for the tests of one class, and the same seen through the real adapter.
/// Stands in a static field with `@RegisterExtension`.
public final class OpenSandbox implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Path data;
  private @Nullable Sandbox sandbox;
  private @Nullable Cloud cloud;

  public Sandbox sandbox() {
    return Objects.requireNonNull(sandbox);
  }

  public Cloud cloud() {
    return Objects.requireNonNull(cloud);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    data = Files.createTempDirectory("sandbox");
    sandbox = Clients.sandbox(data);
    cloud = SandboxClouds.open(sandbox);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (cloud != null) {
      cloud.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
    if (data != null) {
      MoreFiles.deleteRecursively(data, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
