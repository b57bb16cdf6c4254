package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.domain.GeminiModel;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a tuned model was made from, asked of the sandbox.
class TunedModelsContractTest {
  private static final String MODELS = "projects/pollux-sandbox/locations/us-central1/models/";

  @TempDir Path data;

  @Test
  void theBaseOfATunedModelIsTold() throws Exception {
    try (Sandbox sandbox =
            Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), 1, Clock.systemUTC()));
        Cloud cloud = SandboxClouds.open(sandbox)) {
      assertThat(cloud.models().base(GeminiModel.of(MODELS + "1234567890")))
          .contains("gemini-2.5-flash");
      assertThat(cloud.models().base(GeminiModel.of(MODELS + "1"))).isEmpty();
      assertThat(cloud.models().base(GeminiModel.of("gemini-2.5-flash"))).isEmpty();
    }
  }
}
