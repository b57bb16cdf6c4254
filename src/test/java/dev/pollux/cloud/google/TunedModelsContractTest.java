package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
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

  private static final String HELLO =
      """
      {"contents":[{"role":"user","parts":[{"text":"Hello"}]}]}\
      """;

  @TempDir Path data;

  private static String thinking(String level) {
    return "{\"thinkingConfig\":{\"thinkingLevel\":\"" + level + "\"}}";
  }

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

  @Test
  void aTunedModelIsAskedAtItsEndpoint() throws Exception {
    Location here = Location.US_CENTRAL1;
    try (Sandbox sandbox =
            Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), 1, Clock.systemUTC()));
        Cloud cloud = SandboxClouds.open(sandbox)) {
      Gemini gemini = cloud.gemini();
      GeminiModel tuned = GeminiModel.of(MODELS + "1234567890");
      assertThat(gemini.countTokens(tuned, here, HELLO)).isPositive();
      assertThat(gemini.generate(tuned, here, HELLO)).contains("candidates");
      assertThatThrownBy(() -> gemini.countTokens(GeminiModel.of(MODELS + "1"), here, HELLO))
          .isInstanceOf(CloudException.NotFound.class);
    }
  }

  @Test
  void aThinkingLevelThatIsNewerThanTheProtosGoesThrough() throws Exception {
    try (Sandbox sandbox =
            Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), 1, Clock.systemUTC()));
        Cloud cloud = SandboxClouds.open(sandbox)) {
      Gemini gemini = cloud.gemini();
      GeminiModel model = GeminiModel.of("gemini-4-hydrogen");
      String most = HELLO.replace("]}]}", "]}],\"generationConfig\":" + thinking("XHIGH") + "}");
      assertThat(gemini.countTokens(model, Location.GLOBAL, most))
          .isEqualTo(gemini.countTokens(model, Location.GLOBAL, HELLO));
      assertThat(gemini.generate(model, Location.GLOBAL, most)).contains("thoughtsTokenCount");
      String none = most.replace("XHIGH", "ENDLESS");
      assertThatThrownBy(() -> gemini.generate(model, Location.GLOBAL, none))
          .isInstanceOf(CloudException.Invalid.class)
          .hasMessageContaining("ENDLESS");
      assertThatThrownBy(
              () -> gemini.generate(GeminiModel.of("gemini-4-argon"), Location.GLOBAL, most))
          .isInstanceOf(CloudException.Invalid.class)
          .hasMessageContaining("not supported for this model");
    }
  }
}
